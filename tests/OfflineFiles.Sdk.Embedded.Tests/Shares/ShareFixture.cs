using System.Security.Cryptography;
using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>A share over a real directory, with the calls the tests make most.</summary>
internal abstract class ShareFixture(bool mayExchange = true)
{
    protected const uint Instance = 0xABCDEF01;

    protected static IShareOperation Operation { get; } = new Unrecorded(7);

    protected TemporaryDirectory Disk { get; private set; } = null!;

    protected DirectoryShare Share { get; private set; } = null!;

    protected static string TemporaryFile => new TemporaryName(Instance, Operation.Number, TemporaryRole.Written).ToString();

    protected static string AsideFile => new TemporaryName(Instance, Operation.Number, TemporaryRole.Aside).ToString();

    [SetUp]
    public async Task OpenShare()
    {
        Disk = new TemporaryDirectory();
        Share = new DirectoryShare(UncPath.Parse(@"\\server\share"), Disk.Path, Instance) { MayExchange = mayExchange && FileSystem.Real.CanExchange };
        await Share.ProbeAsync(CancellationToken.None);
    }

    [TearDown]
    public void CloseShare() => Disk.Dispose();

    protected static SharePath At(string path) => SharePath.Of(path.Split('\\'));

    protected static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    protected static ShareContent Content(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ShareContent(new MemoryStream(bytes), bytes.Length, SHA256.HashData(bytes));
    }

    protected Task<ShareToken> WriteAsync(string path, string text, ShareToken? expected, FileMetadata metadata = default) =>
        Share.WriteFileAsync(At(path), Content(text), expected, metadata, Operation, CancellationToken.None);

    protected async Task<ShareToken> TokenAsync(string path) =>
        (await Share.StatAsync(At(path), CancellationToken.None))?.Token ?? throw new AssertionException($"'{path}' is not there");

    protected async Task<string[]> ListAsync(string? path = null) =>
        [.. (await Share.ListAsync(path is null ? SharePath.Root : At(path), CancellationToken.None)).Select(entry => entry.Name)];

    /// <summary>For what can only happen where two names are exchanged in one call.</summary>
    protected void AssumeExchange()
    {
        Disk.Write("exchange1", "");
        Disk.Write("exchange2", "");
        Assume.That(Share.MayExchange && DurableIo.TryExchange(Disk["exchange1"], Disk["exchange2"]), "names are exchanged in one call");
        File.Delete(Disk["exchange1"]);
        File.Delete(Disk["exchange2"]);
    }

    /// <summary>Does something once, at the given moment of the next change.</summary>
    protected void When(ShareStep step, Action act) => Share.OnStep = reached =>
    {
        if (reached != step) return;
        Share.OnStep = null;
        act();
    };

    private sealed class Unrecorded(uint number) : IShareOperation
    {
        public uint Number => number;

        public Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
