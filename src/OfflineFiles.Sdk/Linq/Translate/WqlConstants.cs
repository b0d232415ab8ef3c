using System.Globalization;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Turns values of C# into constants of WQL, for the property they are compared with.</summary>
internal static class WqlConstants
{
    /// <summary>The constant, or null and the reason why the value has none.</summary>
    public static WqlConstant? Of(object value, ItemMember member, out string? reason)
    {
        reason = null;
        switch (member.Property.Schema.Type)
        {
            case CimTypeCode.String when value is OfflineFilesItem item:
                return WqlConstant.String(item.ItemPath);
            case CimTypeCode.String when value is string or UncPath:
                return WqlConstant.String(value.ToString()!);
            case CimTypeCode.Boolean when value is bool boolean:
                return WqlConstant.Boolean(boolean);
            case CimTypeCode.DateTime when value is DateTimeOffset point:
                return WqlConstant.DateTime(point);
            case CimTypeCode.UInt32 or CimTypeCode.SInt64 when value is Enum or int or long:
                var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                if (number >= 0 || member.Property.Schema.Type == CimTypeCode.SInt64) return WqlConstant.Integer(number);
                reason = Reasons.Negative(member);
                return null;
            default:
                reason = Reasons.Incomparable(member, value);
                return null;
        }
    }
}
