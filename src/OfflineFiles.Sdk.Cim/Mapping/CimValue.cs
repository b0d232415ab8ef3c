using System.Globalization;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Reads a value as what the schema says it is. Transports differ: some deliver CIM types, some nothing but strings, and a provider
/// writes unsigned numbers through signed ones. A value that cannot be read gives false.
/// </summary>
internal static class CimValue
{
    public static bool TryBoolean(object value, out bool result)
    {
        switch (value)
        {
            case bool boolean:
                result = boolean;
                return true;
            case string text when bool.TryParse(text, out result):
                return true;
            default:
                result = TryInteger(value, out var number) && number == 1;
                return result || (TryInteger(value, out number) && number == 0);
        }
    }

    public static bool TryInteger(object value, out long result)
    {
        switch (value)
        {
            case string text:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out result);
            case ulong big when big > long.MaxValue:
                result = 0;
                return false;
            case byte or sbyte or short or ushort or int or uint or long or ulong:
                result = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                return true;
            default:
                result = 0;
                return false;
        }
    }

    /// <summary>A uint32, also when it was written through a sint32.</summary>
    public static bool TryUInt32(object value, out uint result)
    {
        var readable = TryInteger(value, out var number) && number is >= int.MinValue and <= uint.MaxValue;
        result = readable ? unchecked((uint)number) : 0;
        return readable;
    }

    /// <summary>A uint16, also when it was written through a sint16.</summary>
    public static bool TryUInt16(object value, out ushort result)
    {
        var readable = TryInteger(value, out var number) && number is >= short.MinValue and <= ushort.MaxValue;
        result = readable ? unchecked((ushort)number) : default;
        return readable;
    }

    public static bool TryPointInTime(object value, out DateTimeOffset result)
    {
        switch (value)
        {
            case DateTimeOffset point:
                result = point.ToUniversalTime();
                return true;
            case string text when WqlDateTime.TryParse(text, out result):
                result = result.ToUniversalTime();
                return true;
            case string text:
                // WS-Management writes xs:dateTime.
                return DateTimeOffset.TryParse(
                    text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out result);
            default:
                result = default;
                return false;
        }
    }
}
