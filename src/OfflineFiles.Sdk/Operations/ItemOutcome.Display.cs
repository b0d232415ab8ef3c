using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of an outcome: an error is its type and message.</content>
public sealed partial record ItemOutcome : ICustomMemberProvider
{
    private static readonly MemberTable<ItemOutcome> Columns = new MemberTable<ItemOutcome>()
        .Text(nameof(Path), outcome => outcome.Path)
        .Value(nameof(Status), outcome => outcome.Status)
        .Value(nameof(Action), outcome => outcome.Action)
        .Text(nameof(Message), outcome => outcome.Message)
        .Value(nameof(Bytes), outcome => outcome.Bytes)
        .Value(nameof(State), outcome => outcome.State)
        .Code(nameof(NativeCode), outcome => outcome.NativeCode)
        .Value(nameof(IsReported), outcome => outcome.IsReported)
        .Text(nameof(Error), outcome => outcome.Error);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
