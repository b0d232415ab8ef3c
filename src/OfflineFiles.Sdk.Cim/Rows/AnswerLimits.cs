using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Rows;

/// <summary>
/// How much one answer of a machine may hold: a row, the results of a method, a class. A machine may be broken, or not the one it says it is: what it
/// sends is measured before anything is made of it.
/// </summary>
internal sealed class AnswerLimits(CimBackendOptions options)
{
    public static AnswerLimits Default { get; } = new(CimBackendOptions.Default);

    public int Depth { get; } = options.MaxDepth;

    public int Text { get; } = options.MaxRowText;

    public int Values { get; } = options.MaxRowValues;

    /// <summary>Returns the row if it is within the limits and its names are names.</summary>
    public CimRow Checked(CimRow row)
    {
        var size = new AnswerSize(this, row.ClassName);
        Measure(row, 1, ref size);
        return row;
    }

    /// <summary>Returns the definition if it is within the limits and of the class that was asked for.</summary>
    public CimClassDefinition Checked(CimClassDefinition definition, string className)
    {
        if (!WqlText.AreEqual(definition.Name, className)) throw Unfit.OtherClass(className, definition.Name);
        var size = new AnswerSize(this, className);
        size.AddValues(definition.Properties.Count + (long)definition.Methods.Count);
        foreach (var property in definition.Properties)
        {
            size.AddText(property.Key);
            Measure(property.Value, 1, ref size);
        }

        foreach (var method in definition.Methods) size.AddText(method);
        return definition;
    }

    private static void Measure(CimRow row, int depth, ref AnswerSize size)
    {
        size.Enter(depth);
        size.AddValues(row.Items.Length);
        if (row.Shape.Fault is { } fault) throw Unfit.Names(row.ClassName, fault);
        foreach (var value in row.Items) Measure(value, depth, ref size);
    }

    private static void Measure(object? value, int depth, ref AnswerSize size)
    {
        switch (value)
        {
            // Most values, and the quickest told.
            case null or ValueType:
                break;
            case string text:
                size.AddText(text);
                break;
            case CimRow embedded:
                Measure(embedded, depth + 1, ref size);
                break;
            case object?[] many:
                size.Enter(depth);
                size.AddValues(many.Length);
                foreach (var one in many) Measure(one, one is Array ? depth + 1 : depth, ref size);
                break;
            case Array numbers:
                size.AddValues(numbers.Length);
                break;
            case IReadOnlyList<string> texts:
                size.AddValues(texts.Count);
                foreach (var text in texts) size.AddText(text);
                break;
        }
    }
}

/// <summary>What of an answer was seen so far, against its limits.</summary>
internal struct AnswerSize(AnswerLimits limits, string className)
{
    private long _text;
    private long _values;

    public readonly void Enter(int depth)
    {
        if (depth > limits.Depth)
            throw Unfit.TooMuch(className, $"more than {limits.Depth} objects inside each other", nameof(CimBackendOptions.MaxDepth));
    }

    public void AddText(string text)
    {
        if ((_text += text.Length) > limits.Text)
            throw Unfit.TooMuch(className, $"more than {limits.Text} characters of text", nameof(CimBackendOptions.MaxRowText));
    }

    public void AddValues(long count)
    {
        if ((_values += count) > limits.Values)
            throw Unfit.TooMuch(className, $"more than {limits.Values} values", nameof(CimBackendOptions.MaxRowValues));
    }
}
