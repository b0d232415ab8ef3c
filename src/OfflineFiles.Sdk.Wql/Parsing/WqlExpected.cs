namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>What could stand where something else does.</summary>
/// <param name="Phrase">In words.</param>
/// <param name="Kind">What it is: the advice that is given depends on it, and not on the words.</param>
internal readonly record struct WqlExpected(string Phrase, WqlExpectedKind Kind)
{
    public static implicit operator WqlExpected(string phrase) => new(phrase, WqlExpectedKind.Other);

    public static WqlExpected Value(string phrase) => new(phrase, WqlExpectedKind.Value);

    /// <summary>The beginning of a test: a name or a value.</summary>
    public static WqlExpected Term(string phrase) => new(phrase, WqlExpectedKind.Term);

    public static WqlExpected Name(string phrase) => new(phrase, WqlExpectedKind.Name);

    public static WqlExpected Seconds(string phrase) => new(phrase, WqlExpectedKind.Seconds);
}

internal enum WqlExpectedKind
{
    Other,
    Value,
    Term,
    Name,
    Seconds,
}
