namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Gives items their numbers, each once: neither a deletion nor a rollback nor a crash brings one back that somebody may have seen.</summary>
internal sealed class ItemSequence(long last)
{
    /// <summary>The setting that keeps the last number given.</summary>
    public const string Setting = "last_item_id";

    private long _stored = last;

    public long Last { get; private set; } = last;

    public long Next() => checked(++Last);

    /// <summary>Keeps what a transaction used of it, with the transaction.</summary>
    public void Store(StoreTransaction transaction)
    {
        if (Last == _stored) return;
        transaction.SetSetting(Setting, FormattableString.Invariant($"{Last}"));
    }

    public void Committed() => _stored = Last;
}
