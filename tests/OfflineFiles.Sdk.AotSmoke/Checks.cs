namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>Prints what was checked and keeps count of what did not hold.</summary>
internal sealed class Checks
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public void Equal<T>(string what, T expected, T actual)
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual)) Pass(what);
        else Fail(what, $"expected {expected}, found {actual}");
    }

    public void Sequence(string what, IEnumerable<string> expected, IEnumerable<string> actual) =>
        Equal(what, string.Join(", ", expected), string.Join(", ", actual));

    /// <summary>An exception fails the group it came from; the other groups still run.</summary>
    public async Task GroupAsync(string name, Func<Task> checks)
    {
        Console.WriteLine(name);
        try
        {
            await checks();
        }
#pragma warning disable CA1031 // Whatever it is, it is a failure of this group.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(name, exception.ToString());
        }
    }

    private void Pass(string what)
    {
        Passed++;
        Console.WriteLine($"  ok    {what}");
    }

    private void Fail(string what, string why)
    {
        Failed++;
        Console.WriteLine($"  FAIL  {what}: {why}");
    }
}
