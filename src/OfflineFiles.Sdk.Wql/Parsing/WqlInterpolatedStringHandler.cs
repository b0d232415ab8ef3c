using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using OfflineFiles.Sdk.Wql.Parsing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Takes the pieces of <c>WqlQuery.Create($"... {value} ...")</c>. Each value is written as the WQL constant it is, quoted and escaped, and
/// must be exactly one token of the text: a value can never become more of the query than one constant.
/// </summary>
/// <remarks>The compiler makes and fills it. For one thread, used once.</remarks>
[InterpolatedStringHandler]
public ref struct WqlInterpolatedStringHandler
{
    private readonly StringBuilder _text;
    private readonly WqlHole[] _holes;
    private int _count;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">How many characters stand outside the values.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public WqlInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + 16 * formattedCount);
        _holes = new WqlHole[formattedCount];
    }

    /// <summary>Takes text of the query itself.</summary>
    /// <param name="value">The text.</param>
    public readonly void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Takes a constant.</summary>
    /// <param name="value">The constant; null for NULL.</param>
    public void AppendFormatted(WqlConstant? value) => Fill(value is null ? "NULL" : value.ToString());

    /// <summary>Takes a pattern for LIKE, such as <see cref="WqlLikePattern.StartsWith"/> makes of any text.</summary>
    /// <param name="value">The pattern.</param>
    public void AppendFormatted(WqlLikePattern value) => AppendFormatted(WqlConstant.String(Guard.NotNull(value).Text));

    /// <summary>Takes a string. After LIKE it is a pattern, wildcards and all: to match it literally use <see cref="WqlLikePattern"/>.</summary>
    /// <param name="value">Any text; null for NULL.</param>
    public void AppendFormatted(string? value) => AppendFormatted(value is null ? null : WqlConstant.String(value));

    /// <summary>Takes a character, as a string of one.</summary>
    /// <param name="value">The character.</param>
    public void AppendFormatted(char value) => AppendFormatted(WqlConstant.String(value.ToString()));

    /// <summary>Takes TRUE or FALSE.</summary>
    /// <param name="value">The value; null for NULL.</param>
    public void AppendFormatted(bool? value) => AppendFormatted(value is { } boolean ? WqlConstant.Boolean(boolean) : null);

    /// <summary>Takes an integer.</summary>
    /// <param name="value">The value; null for NULL.</param>
    public void AppendFormatted(long? value) => AppendFormatted(value is { } integer ? WqlConstant.Integer(integer) : null);

    /// <summary>Takes an integer.</summary>
    /// <param name="value">The value; null for NULL.</param>
    public void AppendFormatted(ulong? value) => AppendFormatted(value is { } integer ? WqlConstant.Integer(integer) : null);

    /// <summary>Takes a number with a fraction.</summary>
    /// <param name="value">Any finite number; null for NULL.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or no number.</exception>
    public void AppendFormatted(double? value) => AppendFormatted(value is { } real ? WqlConstant.Real(real) : null);

    /// <summary>Takes a point in time, written in UTC to the microsecond.</summary>
    /// <param name="value">The point; null for NULL.</param>
    public void AppendFormatted(DateTimeOffset? value) => AppendFormatted(value is { } point ? WqlConstant.DateTime(point) : null);

    /// <summary>Takes a point in time, written in UTC to the microsecond.</summary>
    /// <param name="value">The point, in UTC or local time; null for NULL.</param>
    /// <exception cref="ArgumentException">The kind is <see cref="DateTimeKind.Unspecified"/>: it is not a point in time.</exception>
    public void AppendFormatted(DateTime? value)
    {
        if (value is { Kind: DateTimeKind.Unspecified })
            throw new ArgumentException(
                "A DateTime of unspecified kind is no point in time: say Utc or Local with DateTime.SpecifyKind, or pass a DateTimeOffset.",
                nameof(value));
        AppendFormatted(value is { } time ? new DateTimeOffset(time) : (DateTimeOffset?)null);
    }

    /// <summary>Takes an interval of time, written to the microsecond. For WITHIN pass a number of seconds instead.</summary>
    /// <param name="value">The interval, not negative; null for NULL.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is negative.</exception>
    public void AppendFormatted(TimeSpan? value) => AppendFormatted(value is { } interval ? WqlConstant.Interval(interval) : null);

    /// <summary>Takes an identifier, as a string without braces.</summary>
    /// <param name="value">The identifier; null for NULL.</param>
    public void AppendFormatted(Guid? value) => AppendFormatted(value?.ToString("D"));

    /// <summary>Takes the number of an enumeration's value.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    public void AppendFormatted<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        AppendFormatted(value.GetTypeCode() == TypeCode.UInt64
            ? WqlConstant.Integer(Convert.ToUInt64(value, CultureInfo.InvariantCulture))
            : WqlConstant.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture)));

    /// <summary>Takes the number of an enumeration's value.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="value">The value; null for NULL.</param>
    public void AppendFormatted<TEnum>(TEnum? value)
        where TEnum : struct, Enum
    {
        if (value is { } defined) AppendFormatted(defined);
        else Fill("NULL");
    }

    internal readonly string Text => _text.ToString();

    internal readonly WqlHole[] Holes => _holes;

    private void Fill(string constant)
    {
        var start = _text.Length;
        _text.Append(constant);
        _holes[_count++] = new WqlHole(start, _text.Length);
    }
}
