using System.Globalization;
using System.Reflection;
using System.Resources;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Tests.Errors;

/// <summary>Every failure word for word, with the exception it is: the file Golden/errors.txt is the table callers can read.</summary>
public sealed class ErrorTextTests
{
    private const string Host = "pc42";
    private const string Item = @"\\srv\docs";
    private const int UnknownCode = unchecked((int)0x8BADF00D);

    [Test]
    public void Every_failure_says_what_was_asked_of_which_machine_what_happened_and_what_to_do() =>
        Golden.Check("errors.txt", string.Join("\n", Sections().SelectMany(section => section.Lines.Prepend($"== {section.Name} ==").Append(""))));

    /// <summary>What each code says to each operation: the file Golden/advice.txt. Operations to which it says the same share a line.</summary>
    [Test]
    public void Every_operation_is_told_of_every_code_what_it_can_use() => Golden.Check("advice.txt", string.Join("\n",
        from code in Codes().Append(UnknownCode)
        from text in Operations.GroupBy(operation => Advice(code, operation)).Select(same => $"{string.Join(", ", same)}:\n    {same.Key}").Prepend($"\n== 0x{code:X8} ==")
        select text));

    private static readonly string[] OfTheWhole =
        ["Enable", "Encrypt", "GetState", "GetProvider", "TestConnection", "GetConfiguration", "PutConfiguration", "Query"];

    private static IEnumerable<string> Operations => Enum.GetNames<OfflineFilesOperation>().Union(OfTheWhole).Append("Find");

    // Words that are of no use to an operation, whatever the code.
    [TestCase("the item", new[] { "Enable", "Encrypt", "GetState", "GetProvider", "TestConnection", "GetConfiguration", "PutConfiguration", "Query" })]
    [TestCase("the path", new[] { "Enable", "Encrypt", "GetState", "GetProvider", "TestConnection", "GetConfiguration", "PutConfiguration" })]
    [TestCase("paths", new[] { "Enable", "Encrypt", "GetState", "GetProvider", "TestConnection", "GetConfiguration", "PutConfiguration", "Query", "Find" })]
    [TestCase("pin the item", new[] { "Pin", "Unpin", "DeleteItems", "Find", "Enable", "Query" })]
    [TestCase("EnableAsync", new[] { "Enable" })]
    [TestCase("query", new[] { "Pin", "Enable", "Encrypt", "PutConfiguration", "Find", "TransitionOnline" })]
    [TestCase("method", new[] { "Query", "Find", "GetState", "GetConfiguration", "PutConfiguration" })]
    [TestCase("the operation did", new[] { "Query", "Find", "GetState", "GetConfiguration" })]
    public void No_operation_is_told_what_is_meant_for_another(string words, string[] operations) => Assert.That(
        from operation in operations
        from code in Codes()
        let text = Advice(code, operation)
        where text.Replace("query the cache", "", StringComparison.Ordinal).Contains(words, StringComparison.Ordinal)
        select $"{operation} 0x{code:X8}: {text}",
        Is.Empty);

    [Test]
    public void A_status_that_says_what_a_code_says_has_its_words() => Assert.That(
        from operation in OfTheWhole.Except(["Query"])
        let text = CimErrors.From(new CimTransportException(CimStatus.NotFound, "The server said so."), operation, null, Host).Message
        where text.Contains("path", StringComparison.Ordinal)
        select text,
        Is.Empty);

    [Test]
    public void Every_code_that_has_a_name_has_a_meaning() => Assert.That(
        Codes().Where(code => NativeCodeText.Of(code) == NativeCodeText.Of(UnknownCode)).Select(code => $"0x{code:X8}"), Is.Empty);

    [Test]
    public void Every_exception_of_the_library_is_of_the_one_family() => Assert.That(
        typeof(CimBackend).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)) && !type.IsSubclassOf(typeof(OfflineFilesBackendException))),
        Is.Empty);

    private static IEnumerable<(string Name, IEnumerable<string> Lines)> Sections()
    {
        yield return ("codes, of a call about an item", Codes().Append(UnknownCode).Select(
            code => Line($"0x{code:X8}", CimErrors.From(code, "Pin", Item, Host))));
        yield return ("codes after which another session or another protocol may help", Codes().Where(
            code => NativeCodeText.Of(code).IsUnreached).Select(code => $"0x{code:X8}"));
        yield return ("statuses without a code", Enum.GetValues<CimStatus>().Select(
            status => Line($"{status}", Query(new(status, "The server said so.")))));
        yield return ("no word at all", [Line("unreachable", Query(new(CimStatus.Failed, "MI_RESULT_FAILED") { IsUnreachable = true }))]);
        yield return ("the service, after a diagnosis", Enum.GetValues<OfflineFilesServiceState>().Select(
            state => Line($"{state}", Query(new(CimStatus.Failed, "x") { NativeCode = NativeCodes.WmiProviderNotCapable, Service = state }))));
        yield return ("our own deadlines", Enum.GetValues<CimTimeoutPhase>().Select(
            phase => Line($"{phase}", Query(new(CimStatus.Failed, "x") { Deadline = TimeSpan.FromMinutes(2), Phase = phase }))));
        yield return ("the native library on Windows", Broken().Select(error => Line(error.GetType().Name, Library(error, isWindows: true))));
        yield return ("the native library elsewhere", Broken().Select(error => Line(error.GetType().Name, Library(error, isWindows: false))));
        yield return ("the rest",
        [
            Line("another system", CimErrors.NotWindows()),
            Line("no class", CimErrors.NotInstalled("GetProvider", null)),
            Line("no object", CimErrors.NoCacheObject(Host)),
            Line("no events", CimErrors.NoEvents(new(CimStatus.InvalidQuery, "The server said so."))),
            Line("no method", CimErrors.NoMethod(OfflineFilesOperation.RenameItemEx, new CimProviderInfo { Methods = ["Pin", "Unpin"] }.ToString(), Host)),
            Line("no class of settings", Settings(CimStatus.InvalidClass)),
            Line("settings, denied", Settings(CimStatus.AccessDenied)),
            Line("no settings", ConfigurationErrors.NoObject(OfflineFilesSchema.UserConfiguration, Host)),
        ]);
    }

    private static IEnumerable<int> Codes() =>
        typeof(NativeCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!)
            .Where(code => code != NativeCodes.Success);

    private static IEnumerable<Exception> Broken() =>
    [
        new DllNotFoundException("Unable to load shared library 'mi' or one of its dependencies. In order to help diagnose\n/usr/lib/mi.so: no such file"),
        new BadImageFormatException("An attempt was made to load a program with an incorrect format."),
        new EntryPointNotFoundException("Unable to find an entry point named 'MI_Application_InitializeV1'."),
        new FileNotFoundException("Could not load file or assembly 'Microsoft.Management.Infrastructure.Native'."),
        new TypeLoadException("Could not load type."),
        new TypeInitializationException("Microsoft.Management.Infrastructure.CimApplication", new DllNotFoundException("Unable to load DLL 'mi'.")),
        new NotImplementedException("The method or operation is not implemented."),
        new MissingManifestResourceException("Could not find the resource."),
    ];

    private static OfflineFilesException Query(CimTransportException error) => CimErrors.From(error, "Query", null, Host);

    private static OfflineFilesException Settings(CimStatus status) =>
        ConfigurationErrors.From(new(status, "The server said so."), "GetConfiguration", OfflineFilesSchema.UserConfiguration, Host);

    private static OfflineFilesException Library(Exception error, bool isWindows)
    {
        Assert.That(MmiNativeLibrary.IsToBlame(error), Is.True, error.GetType().Name);
        return new CimFault("Query", null, null, MmiNativeLibrary.Meaning(error, isWindows)).ToException();
    }

    private static string Advice(int code, string operation)
    {
        var meaning = OperationText.Of(code, operation);
        return $"{meaning.Kind}: {meaning.What}. {meaning.Advice}";
    }

    private static string Line(string cause, Exception error)
    {
        var later = error is OfflineFilesBackendException { IsTransient: true } ? ", may pass by itself" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{cause}: {error.GetType().Name}{later}\n    {error.Message}");
    }
}
