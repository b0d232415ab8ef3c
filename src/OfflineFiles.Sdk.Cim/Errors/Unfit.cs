namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>The errors of answers that do not fit what was asked.</summary>
internal static class Unfit
{
    private const string NotSound = "Nothing was made of it. See that the machine is the one you mean and report what it sent.";

    public static CimTransportException TooMuch(string className, string what, string option) => Error(
        $"the machine sent a {ReadableText.Of(className)} with {what}",
        $"Nothing was made of it. If it is right, allow more with CimBackendOptions.{option}.");

    public static CimTransportException Names(string className, string fault) =>
        Error($"the machine sent a {ReadableText.Of(className)} with {fault}", NotSound);

    public static CimTransportException OtherClass(string asked, string sent) =>
        Error($"the machine sent the class {ReadableText.Of(sent)} instead of {asked}", NotSound);

    public static CimTransportException TooManyAnswers(int most) =>
        Error($"the machine sent more than {most} answers to a question that has one", NotSound);

    public static CimTransportException TooManyTold(int most) => Error(
        $"the provider told of more than {most} items",
        $"The call was given up. If it is right, allow more with CimBackendOptions.{nameof(CimBackendOptions.MaxItems)}.");

    /// <summary>A row was read as what it is not.</summary>
    public static OfflineFilesBackendException Row(string asked, string sent) =>
        new($"A row of {asked} was asked for: the machine sent a row of {(sent.Length == 0 ? "no class" : ReadableText.Of(sent))}. {NotSound}");

    public static OfflineFilesBackendException Key(string asked, string sent) =>
        new($"{ReadableText.Of(asked)} was asked for: the machine sent {ReadableText.Of(sent)}. {NotSound}") { Path = asked };

    public static OfflineFilesBackendException Twice(string path) =>
        new($"The items were read to notice changes: the machine sent {ReadableText.Of(path)} twice. They are read again later.")
        { Path = path, IsTransient = true };

    public static OfflineFilesBackendException TooManyItems(int most) => new(
        $"The items were read to notice changes: the machine sent more than {most}, which are kept to compare them. "
        + $"If it has so many, allow more with CimBackendOptions.{nameof(CimBackendOptions.MaxItems)}.");

    private static CimTransportException Error(string what, string advice) =>
        new(CimStatus.Failed, what) { Meaning = new CimMeaning(CimFaultKind.Other, what, advice) };
}
