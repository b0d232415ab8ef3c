namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>A directory of many small files, with bytes that are the same in each run.</summary>
internal static class SampleShare
{
    private const int FilesInDirectory = 100;

    public static void Make(string share, int files, int length)
    {
        var random = new Random(1);
        var content = new byte[length];
        for (var i = 0; i < files; i++)
        {
            var file = Path.Combine(share, NameOf(i));
            if (i % FilesInDirectory == 0) Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            random.NextBytes(content);
            File.WriteAllBytes(file, content);
        }
    }

    /// <summary>The path of a file below the share.</summary>
    public static string NameOf(int file) => Path.Combine($"directory {file / FilesInDirectory}", $"Minutes of the meeting {file}.docx");
}
