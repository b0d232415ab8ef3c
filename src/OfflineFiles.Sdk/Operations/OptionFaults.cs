namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// Collects the faults of a set of options, so that one exception reports all of them before anything is done. Not thread-safe.
/// </summary>
/// <example>
/// <code>
/// var faults = new OptionFaults(nameof(MyBackendOptions));
/// faults.Require(options.Retries >= 0, nameof(options.Retries), $"is {options.Retries}. Use 0 or more.");
/// faults.ThrowIfAny();
/// </code>
/// </example>
public sealed class OptionFaults
{
    // The longest time that a timer of the system can wait.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly string _owner;
    private readonly List<(string Option, string Message)> _faults;

    /// <summary>Initializes a new instance of the <see cref="OptionFaults"/> class without faults.</summary>
    /// <param name="owner">The name of the options, which stands before the name of each member.</param>
    public OptionFaults(string owner)
        : this(owner, [])
    {
    }

    private OptionFaults(string owner, List<(string Option, string Message)> faults) => (_owner, _faults) = (owner, faults);

    /// <summary>
    /// Returns the value for a member of options, for its setter. Options that everybody shares, such as <c>Default</c>, cannot be changed.
    /// </summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="options">The options that are changed.</param>
    /// <param name="shared">The options that are shared; null while they are made.</param>
    /// <exception cref="InvalidOptionsException">The options are shared.</exception>
    public static T Own<T>(T value, object options, params object?[] shared)
    {
        if (!Guard.NotNull(shared).Any(each => ReferenceEquals(each, options))) return value;
        var name = Guard.NotNull(options).GetType().Name;
        throw new InvalidOptionsException(
            name, $"A member of {name} was set in options that everybody shares, such as {name}.Default. Set it in options of your own: new {name} {{ ... }}.");
    }

    /// <summary>Returns the same faults, for the members of an object inside the options.</summary>
    /// <param name="member">The member that holds the object.</param>
    public OptionFaults Inside(string member) => new($"{_owner}.{member}", _faults);

    /// <summary>Adds a fault.</summary>
    /// <param name="member">The member; empty for the options themselves.</param>
    /// <param name="fault">What is wrong and what to do, as the rest of a sentence that begins with the name of the member.</param>
    public void Add(string member, string fault)
    {
        var option = string.IsNullOrEmpty(member) ? _owner : $"{_owner}.{member}";
        _faults.Add((option, $"{option} {fault}"));
    }

    /// <summary>Adds a fault if a condition does not hold.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="member">The member.</param>
    /// <param name="fault">What is wrong and what to do, as the rest of a sentence that begins with the name of the member.</param>
    public void Require(bool holds, string member, string fault)
    {
        if (!holds) Add(member, fault);
    }

    /// <summary>Adds a fault if a value is not a named value of its enum.</summary>
    /// <typeparam name="T">The enum, without flags.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="member">The member.</param>
    public void RequireDefined<T>(T value, string member)
        where T : struct, Enum
    {
#if NET
        var names = Enum.GetNames<T>();
#else
        var names = Enum.GetNames(typeof(T));
#endif
        Require(
            Array.IndexOf(names, value.ToString()) >= 0,
            member,
            $"is {value:D}, which is not a value of {typeof(T).Name}. Use {string.Join(", ", names)}.");
    }

    /// <summary>Adds a fault if a time is neither positive and short enough for a timer nor <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    /// <param name="time">The time.</param>
    /// <param name="member">The member.</param>
    public void RequireWait(TimeSpan time, string member) => Require(
        (time > TimeSpan.Zero && time <= LongestWait) || time == Timeout.InfiniteTimeSpan,
        member,
        $"is {time}. Give a time above zero, at most 49 days, or Timeout.InfiniteTimeSpan.");

    /// <summary>Throws if there is a fault.</summary>
    /// <exception cref="InvalidOptionsException">There are faults; the exception names the options and reports all faults.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count == 0) return;
        throw new InvalidOptionsException(
            string.Join(", ", _faults.Select(fault => fault.Option).Distinct()), string.Join(" ", _faults.Select(fault => fault.Message)));
    }
}
