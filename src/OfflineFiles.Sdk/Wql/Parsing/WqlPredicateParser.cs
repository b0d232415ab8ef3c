namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Reads a predicate: tests joined by NOT, AND and OR, which bind in this order, and by parentheses. Keeps the open parentheses on a
/// stack of its own, so that no text can exhaust that of the thread.
/// </summary>
internal static class WqlPredicateParser
{
    /// <summary>Reads as far as the predicate goes; null, with the error noted, when there is none.</summary>
    public static WqlPredicate? Parse(WqlCursor cursor)
    {
        var enclosing = new Stack<WqlPredicateGroup>();
        var group = new WqlPredicateGroup(cursor.Current, negations: 0);
        var level = 0;
        while (true)
        {
            var opening = cursor.Current;
            var negations = 0;
            while (cursor.IsWord("NOT"))
            {
                if (++level > WqlPredicate.MaximumDepth) return cursor.FailNesting(cursor.Current);
                negations++;
                cursor.Advance();
            }

            if (cursor.Current.Kind == WqlTokenKind.OpenParenthesis)
            {
                if (++level > WqlPredicate.MaximumDepth) return cursor.FailNesting(cursor.Current);
                cursor.Advance();
                enclosing.Push(group);
                group = new WqlPredicateGroup(opening, negations);
                continue;
            }

            if (WqlTermParser.Parse(cursor) is not { } term) return null;
            if (Negate(term, negations) is not { } factor) return cursor.FailNesting(opening);
            group.Add(factor);
            level -= negations;

            while (!cursor.TakeWord("AND"))
            {
                if (cursor.TakeWord("OR"))
                {
                    if (!group.TryEndAlternative()) return cursor.FailNesting(group.Opening);
                    break;
                }

                if (enclosing.Count > 0 && !cursor.Take(WqlTokenKind.CloseParenthesis)) return cursor.Fail("')' or AND/OR");
                if (group.Close() is not { } joined || Negate(joined, group.Negations) is not { } closed)
                    return cursor.FailNesting(group.Opening);
                if (enclosing.Count == 0) return closed;
                level -= group.Negations + 1;
                group = enclosing.Pop();
                group.Add(closed);
            }
        }
    }

    private static WqlPredicate? Negate(WqlPredicate predicate, int negations)
    {
        if (predicate.Depth + negations > WqlPredicate.MaximumDepth) return null;
        for (var i = 0; i < negations; i++) predicate = new WqlNot(predicate);
        return predicate;
    }
}
