using OfflineFiles.Sdk.Conformance.LinqPad;

namespace LINQPad;

/// <summary>What a query sees of LINQPad: <c>Dump</c>, which shows a value and returns it. The output goes to the test that runs the query.</summary>
public static class Extensions
{
    private static readonly AsyncLocal<TextWriter?> Receiver = new();

    public static void ShowOn(TextWriter output) => Receiver.Value = output;

    public static T Dump<T>(this T value, string? description = null)
    {
        if (description is not null) Receiver.Value!.WriteLine($"# {description}");
        Receiver.Value!.WriteLine(LinqPadReader.Show(value));
        if (description is not null) Receiver.Value!.WriteLine();
        return value;
    }
}
