using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Wql.Parsing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Takes the pieces of <c>WqlQuery.Create($"... {value} ...")</c>. Each value is written as the WQL constant it is, quoted and escaped, and
/// must be exactly one token of the text: a value can never become more of the query than one constant.
/// </summary>
/// <remarks>
/// The compiler makes and fills it. For one thread, used once. What is no constant, such as a list or a whole day, does not compile, and the
/// error says what to write instead; a value whose static type is <see cref="object"/> is looked at when it runs.
/// </remarks>
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

    /// <summary>Takes a character, as a string of one.</summary>
    /// <param name="value">The character; null for NULL.</param>
    public void AppendFormatted(char? value) => AppendFormatted(value?.ToString());

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

    /// <summary>
    /// Takes a number. A whole number is written as an integer, which every property that holds numbers takes; any other as the nearest number
    /// with a fraction that 64 bits hold.
    /// </summary>
    /// <param name="value">The value; null for NULL.</param>
    public void AppendFormatted(decimal? value) => AppendFormatted(value is { } number ? WqlHoleValue.Of(number) : null);

    /// <summary>Takes a point in time, written in UTC to the microsecond.</summary>
    /// <param name="value">The point; null for NULL.</param>
    public void AppendFormatted(DateTimeOffset? value) => AppendFormatted(value is { } point ? WqlConstant.DateTime(point) : null);

    /// <summary>Takes a point in time, written in UTC to the microsecond.</summary>
    /// <param name="value">The point, in UTC or local time; null for NULL.</param>
    /// <exception cref="ArgumentException">The kind is <see cref="DateTimeKind.Unspecified"/>: it is not a point in time.</exception>
    public void AppendFormatted(DateTime? value) => AppendFormatted(value is { } time ? WqlHoleValue.Of(time) : null);

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
        AppendFormatted(WqlHoleValue.Of((Enum)value));

    /// <summary>Takes the number of an enumeration's value.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="value">The value; null for NULL.</param>
    public void AppendFormatted<TEnum>(TEnum? value)
        where TEnum : struct, Enum
    {
        if (value is { } defined) AppendFormatted(defined);
        else Fill("NULL");
    }

    /// <summary>
    /// Takes a value whose type is known only at run time, as the type that it turns out to have is taken; and the numbers of other types, which
    /// must fit 64 bits: an overload for each would leave the compiler undecided about a plain number.
    /// </summary>
    /// <param name="value">A string, a number, a truth value, an enum, a date, an interval, a Guid or a constant; null for NULL.</param>
    /// <exception cref="ArgumentException">The value is of another type, or a number that does not fit 64 bits.</exception>
    public void AppendFormatted(object? value) => AppendFormatted(WqlHoleValue.Of(value));

    /// <summary>Not supported: a sequence is no constant.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="value">The sequence.</param>
    [Obsolete(WqlHoleValue.Sequence, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted<T>(IEnumerable<T>? value) => throw new NotSupportedException(WqlHoleValue.Sequence);

    /// <summary>Not supported: an address has several spellings.</summary>
    /// <param name="value">The address.</param>
    [Obsolete(WqlHoleValue.Address, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Uri? value) => throw new NotSupportedException(WqlHoleValue.Address);

    /// <summary>Not supported: a task is not its result.</summary>
    /// <param name="value">The task.</param>
    [Obsolete(WqlHoleValue.Promise, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Task? value) => throw new NotSupportedException(WqlHoleValue.Promise);

    /// <summary>Not supported: a sequence is no constant.</summary>
    /// <param name="value">The sequence.</param>
    [Obsolete(WqlHoleValue.Sequence, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(System.Collections.IEnumerable? value) => throw new NotSupportedException(WqlHoleValue.Sequence);

    /// <summary>Not supported: WQL has no regular expressions.</summary>
    /// <param name="value">The expression.</param>
    [Obsolete(WqlHoleValue.Pattern, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Regex? value) => throw new NotSupportedException(WqlHoleValue.Pattern);

    /// <summary>Not supported: its text is not its only form.</summary>
    /// <param name="value">The version.</param>
    [Obsolete(WqlHoleValue.Text, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Version? value) => throw new NotSupportedException(WqlHoleValue.Text);

    /// <summary>Not supported: its text may still change.</summary>
    /// <param name="value">The builder.</param>
    [Obsolete(WqlHoleValue.Text, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(StringBuilder? value) => throw new NotSupportedException(WqlHoleValue.Text);

    /// <summary>Not supported: a type is no constant.</summary>
    /// <param name="value">The type.</param>
    [Obsolete(WqlHoleValue.TypeName, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Type? value) => throw new NotSupportedException(WqlHoleValue.TypeName);

    /// <summary>Not supported: write the path of the file, as a string.</summary>
    /// <param name="value">The file or directory.</param>
    [Obsolete(WqlHoleValue.FileSystem, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(System.IO.FileSystemInfo? value) => throw new NotSupportedException(WqlHoleValue.FileSystem);

    /// <summary>Not supported: a delegate is no value.</summary>
    /// <param name="value">The delegate.</param>
    [Obsolete(WqlHoleValue.Code, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Delegate? value) => throw new NotSupportedException(WqlHoleValue.Code);

    /// <summary>Not supported: a predicate is no constant.</summary>
    /// <param name="value">The predicate.</param>
    [Obsolete(WqlHoleValue.NoConstantButQuery, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(WqlPredicate? value) => throw new NotSupportedException(WqlHoleValue.NoConstantButQuery);

    /// <summary>Not supported: a query is no constant.</summary>
    /// <param name="value">The query.</param>
    [Obsolete(WqlHoleValue.NoConstantButQuery, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(WqlQuery? value) => throw new NotSupportedException(WqlHoleValue.NoConstantButQuery);

    /// <summary>Not supported: a name is no constant.</summary>
    /// <param name="value">The name.</param>
    [Obsolete(WqlHoleValue.Name, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(WqlProperty? value) => throw new NotSupportedException(WqlHoleValue.Name);

    /// <summary>Not supported: a constant has one form.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alignment">Its width.</param>
    /// <param name="format">Its format.</param>
    [Obsolete(WqlHoleValue.Format, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(object? value, int alignment = 0, string? format = null) => throw new NotSupportedException(WqlHoleValue.Format);

#if NET
    /// <summary>Not supported: a task is not its result.</summary>
    /// <param name="value">The task.</param>
    [Obsolete(WqlHoleValue.Promise, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(ValueTask? value) => throw new NotSupportedException(WqlHoleValue.Promise);

    /// <summary>Not supported: a task is not its result.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="value">The task.</param>
    [Obsolete(WqlHoleValue.Promise, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted<T>(ValueTask<T> value) => throw new NotSupportedException(WqlHoleValue.Promise);

    /// <summary>Not supported: a task is not its result.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="value">The task.</param>
    [Obsolete(WqlHoleValue.Promise, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted<T>(ValueTask<T>? value) => throw new NotSupportedException(WqlHoleValue.Promise);

    /// <summary>Not supported: a sequence is no constant.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="value">The sequence.</param>
    [Obsolete(WqlHoleValue.Sequence, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted<T>(IAsyncEnumerable<T>? value) => throw new NotSupportedException(WqlHoleValue.Sequence);

    /// <summary>Not supported: several values are no constant.</summary>
    /// <param name="value">The values.</param>
    [Obsolete(WqlHoleValue.Several, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(ITuple? value) => throw new NotSupportedException(WqlHoleValue.Several);

    /// <summary>Not supported: a stretch of a sequence is no constant.</summary>
    /// <param name="value">The stretch.</param>
    [Obsolete(WqlHoleValue.Place, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(Range? value) => throw new NotSupportedException(WqlHoleValue.Place);

    /// <summary>Not supported: a day is no point in time.</summary>
    /// <param name="value">The day.</param>
    [Obsolete(WqlHoleValue.Day, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(DateOnly? value) => throw new NotSupportedException(WqlHoleValue.Day);

    /// <summary>Not supported: a time of day is no point in time.</summary>
    /// <param name="value">The time of day.</param>
    [Obsolete(WqlHoleValue.TimeOfDay, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void AppendFormatted(TimeOnly? value) => throw new NotSupportedException(WqlHoleValue.TimeOfDay);
#endif

    internal readonly void AppendLiteral(string text, int index) => _text.Append(text[index]);

    internal readonly WqlHole[] Holes => _holes;

    /// <summary>Reads the text with its values.</summary>
    /// <exception cref="ArgumentException">It is the default value, which nobody filled.</exception>
    internal readonly string ReadText(string parameter) => _text?.ToString() ?? throw new ArgumentException(
        "The text is a default value, which holds nothing: write it as an interpolated string, $\"SELECT * FROM C WHERE p = {value}\".", parameter);

    private void Fill(string constant)
    {
        var start = _text.Length;
        _text.Append(constant);
        _holes[_count++] = new WqlHole(start, _text.Length);
    }
}
