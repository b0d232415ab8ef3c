using System.Text;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Names between UTF-16 and the bytes of the system, never replacing what does not fit: that would be another file's name.</summary>
internal static class UnixName
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes a caller has on its stack for a name; a longer one gets an array.</summary>
    public const int MostOnStack = 512;

    /// <exception cref="DurableIoException">The name is no UTF-16 text, or holds a NUL.</exception>
    public static byte[] Encode(string name, string operation) => Encode(name, operation, default).ToArray();

    /// <summary>The same into a buffer, if it is large enough.</summary>
    public static Span<byte> Encode(string name, string operation, Span<byte> buffer)
    {
        if (name.Contains('\0', StringComparison.Ordinal)) throw Invalid(name, operation, "the name holds a NUL character");
        try
        {
            var length = Strict.GetByteCount(name);
            var bytes = length < buffer.Length ? buffer[..(length + 1)] : new byte[length + 1];
            Strict.GetBytes(name, bytes);
            bytes[length] = 0;
            return bytes;
        }
        catch (EncoderFallbackException)
        {
            throw Invalid(name, operation, "the name holds half a character");
        }
    }

    public static DirectoryName Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new DirectoryName(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return new DirectoryName(Encoding.UTF8.GetString(bytes), IsText: false);
        }
    }

    private static DurableIoException Invalid(string name, string operation, string reason) =>
        new(operation, name, DurableIoFault.InvalidName, UnixError.Invalid, reason, UnixError.Invalid);
}
