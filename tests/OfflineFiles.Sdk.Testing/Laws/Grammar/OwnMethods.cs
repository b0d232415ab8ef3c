namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Methods of a caller's own: called, or replaced by the meaning that they are given here, they answer the same.</summary>
internal static class OwnMethods
{
    public static readonly QueryOptions Meanings = new()
    {
        Translations =
        [
            MethodTranslation.Create((OfflineFilesItem i, long size) => IsLargerThan(i, size), (i, size) => i.FileSysInfo!.LocalSize > size),
            MethodTranslation.Create((string? text, string start) => Begins(text, start), (text, start) => text!.StartsWith(start)),
            MethodTranslation.Create((OfflineFilesItem i) => IsKept(i), i => i.PinInfo!.Pinned || i.ChangeInfo!.Dirty),
        ],
    };

    public static bool IsLargerThan(OfflineFilesItem item, long size) => item.FileSysInfo is { } info && info.LocalSize > size;

    public static bool Begins(string? text, string start) => text is not null && text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    public static bool IsKept(OfflineFilesItem item) => item.PinInfo is { Pinned: true } || item.ChangeInfo is { Dirty: true };

    public static bool HasNoMeaning(string? text) => text is null or { Length: > 4 };
}
