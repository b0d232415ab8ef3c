namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>A share with a few real files.</summary>
internal static class SampleShare
{
    public static UncPath Path { get; } = UncPath.Parse(@"\\srv\docs");

    public static UncPath Report { get; } = Path.Append("Reports").Append("Q1.docx");

    public static void Write(string directory)
    {
        Write(directory, "Readme.txt", 10);
        Write(directory, "Reports/Q1.docx", 5_000);
        Write(directory, "Reports/Q2.DOCX", 6_000);
        Write(directory, "Reports/Draft_100%.docx", 7_000);
        Write(directory, "Reports/Übersicht.pdf", 8_000);
    }

    private static void Write(string directory, string relative, int length)
    {
        var file = System.IO.Path.Join(directory, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, new byte[length]);
    }
}
