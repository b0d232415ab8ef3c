using System.Diagnostics;
using System.Globalization;
using System.Runtime.Serialization;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The parts of a connection test, in the order in which they are tested.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimConnectionPart>))]
public enum CimConnectionPart
{
    /// <summary>This system: it is Windows and has the native library.</summary>
    Platform = 0,

    /// <summary>The machine: it answers and accepts the account.</summary>
    Machine = 1,

    /// <summary>The namespace in the options: the machine has it.</summary>
    Namespace = 2,

    /// <summary>The provider: the machine has the Offline Files classes.</summary>
    Provider = 3,

    /// <summary>The Offline Files service and driver: they are enabled and run.</summary>
    Service = 4,

    /// <summary>The cache: its first item can be read.</summary>
    Cache = 5,
}

/// <summary>The outcome of one part of a connection test.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimConnectionOutcome>))]
public enum CimConnectionOutcome
{
    /// <summary>The part works.</summary>
    Passed = 0,

    /// <summary>The part does not work; <see cref="CimConnectionStep.Error"/> tells why.</summary>
    Failed = 1,

    /// <summary>The part was not tested, because a part before it failed.</summary>
    Skipped = 2,
}

/// <summary>The result for one part of a connection test. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[DataContract]
[JsonConverter(typeof(CimConnectionStepJsonConverter))]
public sealed record CimConnectionStep
{
    /// <summary>The part.</summary>
    [DataMember]
    public CimConnectionPart Part { get; init; }

    /// <summary>The outcome.</summary>
    [DataMember]
    public CimConnectionOutcome Outcome { get; init; }

    /// <summary>The duration of the test of this part; zero if it was skipped.</summary>
    [DataMember]
    public TimeSpan Duration { get; init; }

    /// <summary>A text for people about what was found; null if there is nothing to tell.</summary>
    [DataMember]
    public string? Detail { get; init; }

    /// <summary>The exception that a call would throw; null if the part did not fail.</summary>
    public OfflineFilesException? Error { get; init; }

    // What a serializer of data contracts writes and reads of the error; Newtonsoft.Json goes by them too.
    [DataMember(Name = nameof(Error))]
    private RecordedError? WrittenError
    {
        get => RecordedError.Of(Error);
        init => Error = value?.ToException();
    }

    /// <summary>Returns one line with the outcome, the part, the duration, and the error or the detail.</summary>
    public override string ToString()
    {
        var time = Outcome == CimConnectionOutcome.Skipped ? "" : string.Format(CultureInfo.InvariantCulture, "{0:0} ms", Duration.TotalMilliseconds);
        return ReadableText.Of($"{Outcome,-8} {Part,-10} {time,8}  {Error?.Message ?? Detail}".TrimEnd());
    }
}
