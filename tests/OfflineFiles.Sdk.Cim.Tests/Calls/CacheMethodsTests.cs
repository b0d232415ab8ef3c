using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>
/// What goes over the wire: class, method, and each parameter with its CIM type and value (Microsoft Learn: Win32_OfflineFilesCache).
/// </summary>
public sealed class CacheMethodsTests
{
    private static readonly UncPath A = UncPath.Parse(@"\\srv\docs\a");
    private static readonly UncPath B = UncPath.Parse(@"\\srv\docs\b");

    private static IEnumerable<TestCaseData> Bags()
    {
        TestCaseData Case(CimMethodCall call, string expected) => new TestCaseData(call, expected).SetArgDisplayNames(call.MethodName, expected);
        yield return Case(
            CacheMethods.Synchronize([A, B], SyncOptions.Default), @"Synchronize String[] Paths = \\srv\docs\a | \\srv\docs\b; UInt32 Flags = 0x2E");
        yield return Case(
            CacheMethods.Synchronize([A], new SyncOptions { Flags = SyncControlFlags.SyncIn, ConflictPolicy = SyncConflictPolicy.KeepLatest }),
            @"Synchronize String[] Paths = \\srv\docs\a; UInt32 Flags = 0x30000002");
        yield return Case(CacheMethods.Pin([A], PinOptions.Default), @"Pin String[] Paths = \\srv\docs\a; UInt32 Flags = 0x21; Boolean Deep = True");
        yield return Case(
            CacheMethods.Unpin([A], new UnpinOptions { Flags = PinControlFlags.ForAll, Deep = false }),
            @"Unpin String[] Paths = \\srv\docs\a; UInt32 Flags = 0x80; Boolean Deep = False");
        yield return Case(
            CacheMethods.DeleteItems([A], new DeleteOptions { Flags = DeleteFlags.Admin | DeleteFlags.NoPinned }),
            @"DeleteItems String[] Paths = \\srv\docs\a; UInt32 Flags = 0x80000002");
        yield return Case(
            CacheMethods.RenameItem(A, B),
            @"RenameItem String OriginalPath = \\srv\docs\a; String NewPath = \\srv\docs\b; Boolean ReplaceIfExists = False");
        yield return Case(
            CacheMethods.RenameItemEx(A, B),
            @"RenameItemEx String OriginalPath = \\srv\docs\a; String NewPath = \\srv\docs\b; Boolean ReplaceIfExists = False");
        yield return Case(CacheMethods.Encrypt(true, EncryptionControlFlags.Background), "Encrypt Boolean Encrypt = True; UInt32 Flags = 0x10000");
        yield return Case(CacheMethods.SuspendRoot(A, false), @"SuspendRoot String Path = \\srv\docs\a; Boolean Suspend = False");
        yield return Case(
            CacheMethods.TransitionOnline(A, TransitionFlags.Console), @"TransitionOnline String Path = \\srv\docs\a; UInt32 Flags = 0x2");
        yield return Case(
            CacheMethods.TransitionOffline(A, new OfflineTransitionOptions { Force = true }),
            @"TransitionOffline String Path = \\srv\docs\a; Boolean Force = True; UInt32 Flags = 0x0");
        yield return Case(CacheMethods.Enable(true), "Enable Boolean Enable = True");
    }

    [TestCaseSource(nameof(Bags))]
    public void A_method_is_sent_as_the_class_declares_it(object call, string expected)
    {
        var sent = (CimMethodCall)call;

        Assert.That(Describe(sent), Is.EqualTo(expected));
        Assert.That(sent.ClassName, Is.EqualTo("Win32_OfflineFilesCache"));
        Assert.That(() => ProviderParameters.Read(sent), Throws.Nothing, "the double accepts what the class declares and nothing else");
    }

    [Test]
    public void Every_operation_has_its_bag() => Assert.That(
        Bags().Select(one => ((CimMethodCall)one.Arguments[0]!).MethodName).Distinct(), Is.EquivalentTo(Enum.GetNames<OfflineFilesOperation>()));

    private static string Describe(CimMethodCall call) =>
        $"{call.MethodName} {string.Join("; ", call.Arguments.Select(one => $"{one.Type}{(one.IsArray ? "[]" : "")} {one.Name} = {Text(one.Value)}"))}";

    private static string Text(object? value) => value switch
    {
        string[] texts => string.Join(" | ", texts),
        uint number => $"0x{number:X}",
        _ => $"{value}",
    };
}
