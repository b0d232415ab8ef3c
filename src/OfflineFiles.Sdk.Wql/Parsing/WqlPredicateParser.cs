namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>
/// Reads a predicate: tests joined by NOT, AND and OR, which bind in this order, and by parentheses. Keeps the open parentheses on a
/// stack of its own, so that no text can exhaust that of the thread.
/// </summary>
internal static class WqlPredicateParser
{
    /// <summary>Reads as far as the predicate goes; null, with the error noted, if something else is ahead.</summary>
    public static WqlPredicate? Parse(ref WqlReader reader)
    {
        var operands = new WqlOperands();
        try
        {
            return Parse(ref reader, ref operands);
        }
        finally
        {
            operands.Dispose();
        }
    }

    private static WqlPredicate? Parse(ref WqlReader reader, ref WqlOperands operands)
    {
        Stack<WqlPredicateGroup>? enclosing = null;
        var group = new WqlPredicateGroup(reader.Start, negations: 0, first: 0);
        var level = 0;
        while (true)
        {
            var start = reader.Start;
            var negations = 0;
            while (reader.Kind == WqlTokenKind.Not)
            {
                if (++level > WqlPredicate.MaximumDepth) return FailNesting(ref reader, reader.Start);
                negations++;
                reader.Advance();
            }

            if (reader.Kind == WqlTokenKind.OpenParenthesis)
            {
                if (++level > WqlPredicate.MaximumDepth) return FailNesting(ref reader, reader.Start);
                reader.Advance();
                (enclosing ??= new()).Push(group);
                group = new WqlPredicateGroup(start, negations, operands.Count);
                continue;
            }

            if (WqlTermParser.Parse(ref reader) is not { } term) return null;
            if (Negate(term, negations, start) is not { } factor) return FailNesting(ref reader, start);
            operands.Push(factor);
            level -= negations;

            while (!reader.Take(WqlTokenKind.And))
            {
                var isOr = reader.Take(WqlTokenKind.Or);
                var isOuter = enclosing is not { Count: > 0 };
                if (!isOr && !isOuter && !reader.Take(WqlTokenKind.CloseParenthesis)) return reader.Fail<WqlPredicate>("')' or AND/OR", HintAfterTerm(ref reader));
                if (!operands.TryJoin(group.FirstFactor, isAnd: true)) return FailNesting(ref reader, group.Start);
                if (isOr)
                {
                    group = group.AfterOr(operands.Count);
                    break;
                }

                if (!operands.TryJoin(group.First, isAnd: false) || Negate(operands.Pop(), group.Negations, group.Start) is not { } closed)
                    return FailNesting(ref reader, group.Start);
                if (isOuter) return closed;
                operands.Push(closed);
                level -= group.Negations + 1;
                group = enclosing!.Pop();
            }
        }
    }

    /// <summary>What to write instead of what stands after a whole test.</summary>
    public static string? HintAfterTerm(ref WqlReader reader) => reader.Kind switch
    {
        WqlTokenKind.Comma => WqlHints.ForComma(reader.Text, reader.Start) ?? WqlHints.BareConstant,
        WqlTokenKind.Name => WqlHints.ForSlip(reader.CurrentText, "GROUP"),
        _ => reader.Kind.IsOperator() ? WqlHints.Range : null,
    };

    private static WqlPredicate? Negate(WqlPredicate predicate, int negations, int start)
    {
        if (predicate.Depth + negations > WqlPredicate.MaximumDepth) return null;
        for (var i = 0; i < negations; i++) predicate = new WqlNot(predicate) { Position = start };
        return predicate;
    }

    private static WqlPredicate? FailNesting(ref WqlReader reader, int start)
    {
        var kind = WqlLexer.Read(reader.Text, reader.TakesHabits, ref start, out var end);
        return reader.FailAt<WqlPredicate>(
            start,
            WqlFault.Found(reader.Text, new WqlToken(kind, start, end)),
            $"at most {WqlPredicate.MaximumDepth} levels of parentheses, NOT, AND and OR",
            WqlHints.Nesting);
    }
}

/// <summary>One pair of parentheses, or the whole predicate: where in <see cref="WqlOperands"/> that begins which was read of it.</summary>
internal readonly struct WqlPredicateGroup(int start, int negations, int first, int firstFactor)
{
    public WqlPredicateGroup(int start, int negations, int first)
        : this(start, negations, first, first)
    {
    }

    /// <summary>Where in the text it begins.</summary>
    public int Start => start;

    /// <summary>How many times NOT stands before the group.</summary>
    public int Negations => negations;

    /// <summary>The index of the first of its operands.</summary>
    public int First => first;

    /// <summary>The index of the first operand after the last OR.</summary>
    public int FirstFactor => firstFactor;

    public WqlPredicateGroup AfterOr(int nextFactor) => new(start, negations, first, nextFactor);
}
