namespace OfflineFiles.Sdk.Wql;

/// <summary>A value that knows how it is written in a query, such as a path.</summary>
public interface IWqlValue
{
    /// <summary>Returns the value as a constant.</summary>
    WqlConstant ToConstant();
}
