using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>What an offline change makes of a row. Everything here leaves the item dirty, or gone if the share never had it.</summary>
internal static class LocalRows
{
    /// <summary>The directory an item is to be made in.</summary>
    /// <exception cref="ItemNotFoundException">It is not there.</exception>
    public static ItemRow RequireParent(ItemRow? parent, UncPath path) => parent switch
    {
        null or { DeletedOffline: true } => throw FileErrors.NoDirectory(path),
        { IsContainer: false } file => throw FileErrors.IsFile(file.Path),
        var directory => directory,
    };

    /// <summary>Makes an item in a free place, which may be that of one deleted offline.</summary>
    public static ItemRow Create(StoreTransaction transaction, UncPath path, OfflineFilesItemType type, FileFacts facts, Blob? blob, PinSet? pins)
    {
        var parent = RequireParent(transaction.Find(path.Parent!), path);
        var made = new ItemRow
        {
            Path = path,
            ItemType = type,
            Pins = pins ?? parent.Pins.HandedTo(type),
            CreatedOffline = true,
            ModifiedData = type == OfflineFilesItemType.File,
            Local = facts,
            BlobId = blob?.Id,
            Hash = blob?.Hash,
        };
        if (transaction.Find(path) is not { } old) return transaction.Insert(made);
        return transaction.Update(old, made with
        {
            Id = old.Id,
            ParentId = old.ParentId,
            ScopeId = old.ScopeId,
            ReplacedOffline = old.BaseKind != ItemKind.Absent,
            Original = old.Original,
            BaseKind = old.BaseKind,
            BaseToken = old.BaseToken,
            BaseHash = old.BaseHash,
            BaseIsRacy = old.BaseIsRacy,
            SeenToken = old.SeenToken,
            ConflictState = old.ConflictState,
            ConflictTime = old.ConflictTime,
        });
    }

    /// <summary>Gives a file other bytes.</summary>
    public static void Change(StoreTransaction transaction, ItemRow row, OpenedVersion opened, Blob blob, DateTime now)
    {
        var changed = Changed(row, blob, now);
        // The writer began with a later version of the share than the cached one: that is what is changed, if its bytes are known.
        if (opened is { Entry: { } entry, Hash: { } hash } && row is { Dirty: false, BaseKind: ItemKind.File } && row.BaseHash != hash)
            changed = changed with { BaseToken = entry.Token, BaseHash = hash, BaseIsRacy = true, Original = Fetcher.Facts(entry) };
        transaction.Update(row, changed);
    }

    public static ItemRow Changed(ItemRow row, Blob blob, DateTime now) => row with
    {
        BlobId = blob.Id,
        Hash = blob.Hash,
        Sparse = false,
        ModifiedData = true,
        ModifiedTime = true,
        Local = (row.Local ?? new FileFacts()) with { Size = blob.Length, LastWrite = now, Change = now, LastAccess = now },
    };

    /// <summary>
    /// Deletes an item that has nothing in it: a tombstone if the share may have it, or is just being given it, else it is as if it had never been.
    /// </summary>
    public static void Delete(StoreTransaction transaction, ItemRow row, bool isBusy)
    {
        if (transaction.Children(row.Path).Any(child => !child.DeletedOffline)) throw FileErrors.NotEmpty(row.Path);
        if (row.BaseKind == ItemKind.Absent && !isBusy && !transaction.HasChildren(row.Path))
        {
            transaction.Delete(row);
            return;
        }

        Bury(transaction, row);
    }

    public static void Bury(StoreTransaction transaction, ItemRow row) => transaction.Update(row, Buried(row));

    /// <summary>What is left of an item that was deleted here: what the share has to lose.</summary>
    public static ItemRow Buried(ItemRow row) => row with
    {
        DeletedOffline = true,
        CreatedOffline = false,
        ModifiedData = false,
        ModifiedAttributes = false,
        ModifiedTime = false,
        Sparse = false,
        BlobId = null,
        Hash = null,
        BaseName = null,
    };

    public static FileFacts NewFacts(OfflineFilesItemType type, long size, DateTime now) =>
        new(type == OfflineFilesItemType.File ? FileAttributes.Normal : FileAttributes.Directory, size, now, now, now, now);
}
