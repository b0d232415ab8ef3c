namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>All that is wrong with a set of options, told in one error.</summary>
internal sealed class OptionFaults
{
    // What a timer of the system can wait for.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly List<(string Option, string Message)> _faults = [];

    /// <summary>Notes a fault: the text goes on after the name of the option.</summary>
    public void Require(bool holds, string option, string otherwise)
    {
        if (!holds) _faults.Add(($"CimBackendOptions.{option}", $"CimBackendOptions.{option} {otherwise}"));
    }

    public void Defined<T>(T value, string option)
        where T : struct, Enum =>
        Require(EnumValues.IsDefined(value), option, $"is {value:D}, which means nothing. Use {string.Join(", ", EnumValues.Names<T>())}.");

    public void Wait(TimeSpan time, string option) => Require(
        time > TimeSpan.Zero && time <= LongestWait || time == Timeout.InfiniteTimeSpan, option,
        $"is {time}. Give a time above zero, at most 49 days, or Timeout.InfiniteTimeSpan.");

    public void Throw()
    {
        if (_faults.Count == 0) return;
        throw new InvalidOptionsException(
            string.Join(", ", _faults.Select(fault => fault.Option)), string.Join(" ", _faults.Select(fault => fault.Message)));
    }
}
