using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a path: its text, or in a grid its parts as texts, and no path that leads to the next.</content>
public sealed partial class UncPath : ICustomMemberProvider
{
    private static readonly MemberTable<UncPath> Columns = new MemberTable<UncPath>()
        .Text("Path", path => path._text)
        .Text(nameof(Server), path => path.Server)
        .Text(nameof(Share), path => path.Share)
        .Text(nameof(Name), path => path.Name)
        .Value(nameof(Depth), path => path.Depth);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);

    // LINQPad calls a method of this name, private or not, and shows what it returns. In a cell of a table a path is one text.
#pragma warning disable CA1859 // It looks for this return type.
    private object ToDump() => DebuggerText;
#pragma warning restore CA1859
}
