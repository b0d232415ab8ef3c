using System.Globalization;

namespace OfflineFiles.Sdk.Cim.Rows;

/// <summary>Reads a value as what the schema says it is. A value that cannot be read gives false.</summary>
/// <remarks>
/// Transports and providers differ (observed provider behaviour), and all of this reads the same:
/// <list type="bullet">
/// <item>an integer of any width and sign, or its decimal digits: Automation writes uint32 through sint32, and 64 bits as text;</item>
/// <item>a boolean as such, as true or false in any case, as 1 or 0, or as -1, the VARIANT_TRUE of Automation;</item>
/// <item>a point in time as such or in the spellings of <c>CimTime</c>;</item>
/// <item>every value as text, with white space around it: WS-Management has nothing else.</item>
/// </list>
/// </remarks>
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
                var isNumber = TryInteger(value, out var number);
                result = number != 0;
                return isNumber && number is 0 or 1 or -1;
        }
    }

    public static bool TryInteger(object value, out long result)
    {
        switch (value)
        {
            case long number:
                result = number;
                return true;
            case string text:
                return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out result);
            case ulong big when big > long.MaxValue:
                result = 0;
                return false;
            case byte or sbyte or short or ushort or int or uint or ulong:
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
}
