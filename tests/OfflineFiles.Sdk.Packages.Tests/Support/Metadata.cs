using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace OfflineFiles.Sdk.Packages.Tests.Support;

/// <summary>What stands in an assembly or its symbols.</summary>
internal static class Metadata
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static AssemblyName NameOf(byte[] assembly) => Read(assembly, static reader => reader.GetAssemblyDefinition().GetAssemblyName());

    public static AssemblyName[] ReferencesOf(byte[] assembly) => Read(
        assembly, static reader => reader.AssemblyReferences.Select(reference => reader.GetAssemblyReference(reference).GetAssemblyName()).ToArray());

    /// <summary>Where the linker put the symbols, as the assembly has it.</summary>
    public static IEnumerable<string> SymbolFilesOf(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        return
        [
            .. file.ReadDebugDirectory()
                .Where(entry => entry.Type == DebugDirectoryEntryType.CodeView)
                .Select(entry => file.ReadCodeViewDebugDirectoryData(entry).Path),
        ];
    }

    public static IEnumerable<string> DocumentsOf(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    /// <summary>How a debugger finds the sources on the web; nothing if no remote is known.</summary>
    public static string SourceLinkOf(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var reader = provider.GetMetadataReader();
        return string.Concat(
            from handle in reader.CustomDebugInformation
            let one = reader.GetCustomDebugInformation(handle)
            where reader.GetGuid(one.Kind) == SourceLink
            select Encoding.UTF8.GetString(reader.GetBlobBytes(one.Value)));
    }

    private static T Read<T>(byte[] assembly, Func<MetadataReader, T> what)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        return what(file.GetMetadataReader());
    }
}
