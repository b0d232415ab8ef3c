namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>A name as a directory lists it. One whose bytes are no text cannot be used to reach the entry.</summary>
internal readonly record struct DirectoryName(string Text, bool IsText = true);
