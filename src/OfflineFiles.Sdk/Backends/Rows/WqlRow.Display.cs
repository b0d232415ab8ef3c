using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a row: the properties that it holds, in their order; of a definition, also the class.</content>
public sealed partial class WqlRow : ICustomMemberProvider
{
    private const string ClassColumn = "__CLASS";

    private IEnumerable<string> Columns => _class.IsDefinition ? Names.Prepend(ClassColumn) : Names;

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns;

    // What a server returns for a name can differ from row to row, so a grid gets columns for anything.
    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.Select(_ => typeof(object));

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.Select(Shown);

    private object? Shown(string name)
    {
        try
        {
            return TryGetValue(name, out var value) ? Shown(value) : null;
        }
        catch (OfflineFilesException error)
        {
            // The item behind the row holds less than was selected.
            return DisplayText.Of(error.Message);
        }
    }

    private static object? Shown(object? value) => value switch
    {
        string text => DisplayText.Of(text),
        IEnumerable<string> texts => texts.Select(DisplayText.Of).ToArray(),
        _ => value,
    };
}
