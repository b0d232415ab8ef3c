using System.Text;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>Ranges of keys in the order of a binary index over UTF-8, which is the order of code points.</summary>
internal static class KeyRange
{
    private const int LastCodePoint = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int AfterSurrogates = 0xE000;

    /// <summary>The least key above every key with a prefix; null when there is none.</summary>
    public static string? EndOfPrefix(string prefix)
    {
        var rest = prefix;
        while (rest.Length > 0)
        {
            _ = Rune.DecodeLastFromUtf16(rest, out var last, out var length);
            rest = rest[..^length];
            if (last.Value == LastCodePoint) continue;
            var next = last.Value + 1;
            return rest + new Rune(next == FirstSurrogate ? AfterSurrogates : next);
        }

        return null;
    }
}
