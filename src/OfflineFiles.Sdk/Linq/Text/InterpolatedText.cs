using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>A part of an interpolated string: text, or a hole with what follows its expression, as in <c>{size,8:N0}</c>.</summary>
internal readonly record struct InterpolatedPart(string Text, Expression? Hole);

/// <summary>Reads back <c>$"{name}.txt"</c>, of which C# makes a call of <see cref="string.Format(string, object[])"/> in a lambda.</summary>
internal static class InterpolatedText
{
    /// <returns>Null when the call cannot come from an interpolated string.</returns>
    public static IReadOnlyList<InterpolatedPart>? Read(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(string) || call.Method.Name != nameof(string.Format)) return null;
        if (call.Arguments[0] is not ConstantExpression { Value: string format }) return null;
        return Read(format, call.Arguments is [_, NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array]
            ? array.Expressions
            : (IList<Expression>)call.Arguments.Skip(1).ToList());
    }

    private static List<InterpolatedPart>? Read(string format, IList<Expression> values)
    {
        var parts = new List<InterpolatedPart>();
        var next = 0;
        for (var at = 0; at < format.Length;)
        {
            var open = format.IndexOf('{', at);
            if (open < 0 || (open + 1 < format.Length && format[open + 1] == '{'))
            {
                var end = open < 0 ? format.Length : open + 2;
                parts.Add(new InterpolatedPart(Literal(format[at..end]), null));
                at = end;
                continue;
            }

            var close = format.IndexOf('}', open);
            var digits = open + 1;
            while (digits < format.Length && format[digits] is >= '0' and <= '9') digits++;

            // An interpolated string has each value once, in order.
            if (close < 0 || next == values.Count || format[(open + 1)..digits] != next.ToString(System.Globalization.CultureInfo.InvariantCulture)) return null;
            if (open > at) parts.Add(new InterpolatedPart(Literal(format[at..open]), null));
            parts.Add(new InterpolatedPart(format[digits..close], values[next++]));
            at = close + 1;
        }

        return next == values.Count ? parts : null;
    }

    private static string Literal(string text)
    {
        var quoted = ValueText.Of(text);
        return quoted[0] == '@' ? text.Replace(@"\", @"\\").Replace("\"", "\\\"") : quoted[1..^1];
    }
}
