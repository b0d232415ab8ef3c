using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a report: what came out, then the outcomes as a table.</content>
public sealed partial record OperationReport : ICustomMemberProvider
{
    private static readonly MemberTable<OperationReport> Columns = new MemberTable<OperationReport>()
        .Value(nameof(Operation), report => report.Operation)
        .Value(nameof(Succeeded), report => report.Succeeded)
        .Text("Summary", report => report)
        .Code(nameof(NativeCode), report => report.NativeCode)
        .Value(nameof(BlockedByOpenFiles), report => report.BlockedByOpenFiles)
        .Value(nameof(RestartRequired), report => report.RestartRequired)
        .Value(nameof(StartedAt), report => report.StartedAt)
        .Value(nameof(Duration), report => report.Duration)
        .Rows(nameof(Outcomes), report => report.Outcomes);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
