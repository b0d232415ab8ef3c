namespace OfflineFiles.Sdk.Linq;

/// <summary>Tells the constant at the bottom of a query from any other constant.</summary>
internal interface IItemQueryRoot
{
    bool IsRoot { get; }
}
