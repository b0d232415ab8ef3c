using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk.Backends;

/// <content>What a display shows of a description.</content>
public sealed partial record BackendDescription : ICustomMemberProvider
{
    private static readonly MemberTable<BackendDescription> Columns = new MemberTable<BackendDescription>()
        .Text(nameof(Name), description => description.Name)
        .Text(nameof(Target), description => description.Target);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
