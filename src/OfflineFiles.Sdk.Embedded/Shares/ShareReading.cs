namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A file of the share opened for reading one version of it. Read the stream, verify, only then believe the bytes.</summary>
internal abstract class ShareReading : IAsyncDisposable
{
    /// <summary>The bytes; forward only.</summary>
    public abstract Stream Stream { get; }

    /// <summary>The entry before the first byte was read.</summary>
    public abstract ShareEntry Entry { get; }

    /// <exception cref="ShareContentException">The file was changed or exchanged meanwhile, or the byte count is not its size.</exception>
    public abstract Task VerifyUnchangedAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
