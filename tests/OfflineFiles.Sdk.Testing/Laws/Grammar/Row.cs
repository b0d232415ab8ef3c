using System.Linq.Expressions;
using CsCheck;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>The row of a random predicate, and everything that can be read of it.</summary>
internal static class Row
{
    public static readonly ParameterExpression Parameter = Expression.Parameter(typeof(OfflineFilesItem), "i");

    private static readonly Expression[] Members = [.. ItemProperties.Instance.All.Select(property => Read(property.Property.Text))];

    /// <summary>The members of a type, all there are in the schema.</summary>
    public static Gen<Expression> MembersOf(params Type[] types) => Pick.Of(Members.Where(member => types.Contains(member.Type)).ToArray());

    /// <summary>Values of a type, of the members that always have one; where none of the type does, of those that may.</summary>
    public static Gen<Expression> ValuesOf(Type type)
    {
        if (Members.Any(member => member.Type == type)) return MembersOf(type);
        return MembersOf(typeof(Nullable<>).MakeGenericType(type)).Select(member => (Expression)Expression.Property(member, "Value"));
    }

    /// <summary>The types of members that are such values, in the item or nullable.</summary>
    public static IEnumerable<Type> EnumTypes => Members.Select(member => member.Type).Where(type => type.IsEnum).Distinct();

    /// <summary>The members that are info objects.</summary>
    public static Gen<Expression> Objects => Pick.Of(ItemProperties.Instance.All.Where(property => property.Value.Kind == WqlMemberKind.Object).Select(property => Read(property.Property.Text)).ToArray());

    /// <summary>The body of a lambda as the compiler made it, over the row.</summary>
    public static Expression Body<T>(Expression<Func<OfflineFilesItem, T>> lambda) => new Renamer(lambda.Parameters[0], Parameter).Visit(lambda.Body);

    /// <summary>A value as a lambda names it: written into it, or captured.</summary>
    public static Gen<Expression> Value<T>(Gen<T> values) => Gen.Select(values, Gen.Bool, (value, isCaptured) => isCaptured
        ? Expression.Field(Expression.Constant(new Captured<T>(value)), nameof(Captured<T>.Value))
        : (Expression)Expression.Constant(value, typeof(T)));

    private static Expression Read(string name) => name.Split('.').Aggregate((Expression)Parameter, Expression.Property);

    /// <summary>What the compiler makes a captured variable a field of.</summary>
    private sealed class Captured<T>(T value)
    {
        public readonly T Value = value;

        public override string ToString() => "captured";
    }

    private sealed class Renamer(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
