namespace LINQPad;

/// <summary>
/// What LINQPad asks an object for instead of its properties. LINQPad knows the interface by its full name, wherever it is declared and however
/// visible it is, so no reference to LINQPad is needed.
/// </summary>
/// <remarks>The three sequences have one element for each column, in the same order.</remarks>
internal interface ICustomMemberProvider
{
    IEnumerable<string> GetNames();

    IEnumerable<Type> GetTypes();

    IEnumerable<object?> GetValues();
}
