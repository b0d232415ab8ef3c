using System.Reflection;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Who mounts a share by an address pastes it, password and all, where a directory belongs: no text of ours repeats it.</summary>
[TestFixture]
internal sealed class OptionSecretsTests
{
    private const string Secret = "S3cretZq9";

    private static readonly string Root = Path.GetTempPath();

    // Where a password comes in an address, and beside one.
    private static readonly string[] Addresses =
    [
        $"smb://admin:{Secret}@pc/docs", $"smb://{Secret}@pc/docs", $"SMB://CORP;admin:{Secret}@pc/docs", $@"smb:\\admin:{Secret}@pc\docs", $"//admin:{Secret}@pc/docs",
        $@"\\admin:{Secret}@pc\docs", $"https://u:a/{Secret}@pc/dav", $"admin:{Secret}@pc:/docs", $"nfs://pc/docs?password={Secret}", $"//pc/docs,pass={Secret}",
        $"//pc/docs;PWD={Secret}", $"dav+sec://u:{Secret}@pc", $"ftp://u:{Secret}@pc\n", $"{Root}admin:{Secret}@pc/none/cache", $"{Root}x/smb://u:{Secret}@pc/cache",
    ];

    [TestCaseSource(nameof(Addresses))]
    public async Task Neither_the_options_nor_their_faults_repeat_it(string address)
    {
        var share = UncPath.Parse(@"\\pc\docs");
        EmbeddedBackendOptions[] faulty =
        [
            new() { CacheDirectory = address },
            // A full path is no fault, even if nothing is there: the share is offline then.
            new() { CacheDirectory = Path.IsPathFullyQualified(address) ? "cache" : Root, Shares = [new ShareMapping(share, address)] },
            new() { CacheDirectory = address, Shares = [new ShareMapping(share, address), new ShareMapping(share, address)] },
            new() { CacheDirectory = Path.Join(Root, "cache"), Shares = [new ShareMapping(UncPath.Parse($@"\\u:{Secret}@pc"), Root)] },
        ];
        foreach (var options in faulty)
        {
            var error = (await Assert.CatchAsync<OfflineFilesException>(() => EmbeddedBackend.OpenAsync(options)))!;

            Assert.That(Texts(error), Has.None.Contains(Secret));
            Assert.That($"{options} {string.Join(' ', options.Shares)}", Does.Not.Contain(Secret));
        }
    }

    [TestCase("/srv/docs")]
    [TestCase(@"C:\Users\a@example.org\docs")]
    [TestCase(@"\\host@SSL\DavWWWRoot\docs")]
    [TestCase("docs of a@b")]
    public void A_path_that_is_no_address_is_shown(string path) =>
        Assert.That(new EmbeddedBackendOptions { CacheDirectory = path }.ToString(), Does.Contain(path));

    private static IEnumerable<string> Texts(Exception error) =>
        error.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not (nameof(Exception.StackTrace) or nameof(Exception.TargetSite)))
            .Select(property => property.GetValue(error)?.ToString())
            .Append(error.ToString())
            .OfType<string>();
}
