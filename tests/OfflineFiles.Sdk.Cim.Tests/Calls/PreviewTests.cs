using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>A preview asks the provider questions and calls none of its methods.</summary>
public sealed class PreviewTests
{
    private static readonly UncPath Plans = UncPath.Parse(@"\\srv\docs\plans");
    private static readonly UncPath File = UncPath.Parse(@"\\srv\docs\plans\2024.xlsx");

    private static IEnumerable<TestCaseData<Func<OperationPreviews, Task<OperationPreview>>>> All()
    {
        static TestCaseData<Func<OperationPreviews, Task<OperationPreview>>> Case(
            OfflineFilesOperation operation, Func<OperationPreviews, Task<OperationPreview>> ask) =>
            new TestCaseData<Func<OperationPreviews, Task<OperationPreview>>>(ask).SetArgDisplayNames($"{operation}");
        yield return Case(OfflineFilesOperation.Synchronize, previews => previews.SynchronizeAsync(Plans));
        yield return Case(OfflineFilesOperation.Pin, previews => previews.PinAsync(Plans));
        yield return Case(OfflineFilesOperation.Unpin, previews => previews.UnpinAsync(Plans));
        yield return Case(OfflineFilesOperation.DeleteItems, previews => previews.DeleteItemsAsync(Plans));
        yield return Case(OfflineFilesOperation.RenameItem, previews => previews.RenameItemAsync(Plans, UncPath.Parse(@"\\new\docs")));
        yield return Case(OfflineFilesOperation.RenameItemEx, previews => previews.RenameItemExAsync(Plans, UncPath.Parse(@"\\new\docs")));
        yield return Case(OfflineFilesOperation.Encrypt, previews => previews.EncryptAsync(true));
        yield return Case(OfflineFilesOperation.SuspendRoot, previews => previews.SuspendRootAsync(Plans));
        yield return Case(OfflineFilesOperation.TransitionOnline, previews => previews.TransitionOnlineAsync(Plans));
        yield return Case(OfflineFilesOperation.TransitionOffline, previews => previews.TransitionOfflineAsync(Plans));
        yield return Case(OfflineFilesOperation.Enable, previews => previews.EnableAsync(false));
    }

    [TestCaseSource(nameof(All))]
    public async Task Nothing_is_called_and_nothing_written(Func<OperationPreviews, Task<OperationPreview>> ask)
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);

        await ask(cache.WhatIf);

        Assert.That((provider.Calls.Count, provider.Settings.Modifications.Count), Is.EqualTo((0, 0)));
        Assert.That(provider.Queries.Select(WqlQuery.Parse), Is.All.InstanceOf<WqlSelectQuery>());
    }

    [Test]
    public void Every_operation_is_tried() => Assert.That(All().Count(), Is.EqualTo(Enum.GetValues<OfflineFilesOperation>().Length));

    [Test]
    public async Task A_file_is_one_look_up()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);

        var preview = await cache.WhatIf.DeleteItemsAsync(File);

        Assert.That(preview.Items.Single().Reason, Does.Contain("DeleteModified"));
        Assert.That((provider.LookUps.Count, provider.Queries.Count), Is.EqualTo((1, 0)));
    }
}
