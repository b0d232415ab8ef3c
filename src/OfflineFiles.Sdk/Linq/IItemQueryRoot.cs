namespace OfflineFiles.Sdk.Linq;

/// <summary>Tells the constant at the bottom of a query from any other constant.</summary>
internal interface IItemQueryRoot
{
    bool IsRoot { get; }

    /// <summary>The cache whose items it stands for: two queries of one cache can be combined.</summary>
    OfflineFilesCache Cache { get; }
}
