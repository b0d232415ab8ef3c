using System.Globalization;
using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>The number that marks temporary files on shares as this cache's own. Made once and kept.</summary>
internal static class EngineInstance
{
    public static Task<uint> ReadAsync(CacheStore store, CancellationToken cancellationToken) => store.WriteAsync(
        transaction =>
        {
            const string Name = "instance";
            if (transaction.Setting(Name) is { } text) return uint.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var made = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));
            transaction.SetSetting(Name, made.ToString("x8", CultureInfo.InvariantCulture));
            return made;
        },
        cancellationToken);
}
