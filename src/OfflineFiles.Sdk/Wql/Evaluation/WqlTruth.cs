namespace OfflineFiles.Sdk.Wql;

/// <summary>The three values of a test.</summary>
internal enum WqlTruth : byte
{
    False,
    True,
    Unknown,
}
