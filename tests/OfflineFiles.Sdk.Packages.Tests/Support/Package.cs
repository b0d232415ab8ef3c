using System.IO.Compression;
using System.Xml.Linq;

namespace OfflineFiles.Sdk.Packages.Tests.Support;

/// <summary>A package and the one with its symbols, unpacked in memory.</summary>
internal sealed class Package
{
    private Package(IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, byte[]> symbols)
    {
        Files = files;
        Symbols = symbols;
        Nuspec = XDocument.Load(new MemoryStream(files.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value));
    }

    public string Id => Value("id")!;

    public string Version => Value("version")!;

    public XDocument Nuspec { get; }

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    public IReadOnlyDictionary<string, byte[]> Symbols { get; }

    /// <summary>The targets that it has a library for.</summary>
    public IEnumerable<string> Targets =>
        Files.Keys.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Select(name => name.Split('/')[1]).Distinct();

    /// <summary>The lines of what it depends on: target, package, lowest version.</summary>
    public IEnumerable<string> Dependencies =>
        from one in Nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
        select $"{(string)one.Parent!.Attribute("targetFramework")!} {(string)one.Attribute("id")!} {(string)one.Attribute("version")!}";

    public static Package Open(string file) => new(Unpack(file), Unpack(Path.ChangeExtension(file, ".snupkg")));

    public byte[] Assembly(string target) => Files[$"lib/{target}/{Id}.dll"];

    public XDocument Documentation(string target) => XDocument.Load(new MemoryStream(Files[$"lib/{target}/{Id}.xml"]));

    /// <summary>What the element of that name says, or null.</summary>
    public string? Value(string name) => Nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static Dictionary<string, byte[]> Unpack(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return archive.Entries.ToDictionary(entry => entry.FullName, Read);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
