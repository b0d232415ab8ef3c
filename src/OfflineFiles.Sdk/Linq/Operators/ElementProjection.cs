using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>
/// What Select makes of an element, while nothing needs it made: a lambda that reads only members which were taken over as they are can be
/// written over the element itself, and then be pushed, and the projection need not run for it.
/// </summary>
internal sealed class ElementProjection(ElementLambda made)
{
    public ElementLambda Made => made;

    /// <summary>The lambda over the element that the projection was made of; null if it reads what is not the same there.</summary>
    /// <param name="lambda">Over what was selected.</param>
    /// <param name="element">Which of its parameters that is.</param>
    public ElementLambda? Rebase(ElementLambda lambda, int element = 0)
    {
        // A query combined with itself has selected both elements with one lambda: they are told apart by parameters of their own.
        if (lambda.Parameters.Contains(made.Element)) return new ElementProjection(made.OverAnotherElement()).Rebase(lambda, element);
        var rebaser = new Rebaser(this, lambda.Parameters[element]);
        var body = rebaser.Visit(lambda.Body);
        return rebaser.Failed ? null : new ElementLambda([.. lambda.Parameters.Select((parameter, i) => i == element ? made.Element : parameter)], body, lambda.Shapes);
    }

    private bool IsPath(Expression source)
    {
        while (source != made.Element && source is MemberExpression { Expression: { } target }) source = target;
        return source == made.Element;
    }

    private sealed class Rebaser(ElementProjection projection, ParameterExpression projected) : DeepVisitor
    {
        public bool Failed { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node) => node == projected ? Replace(projection.Made.Body) : node;

        protected override Expression VisitMember(MemberExpression node) =>
            Source(node) is { } source ? Replace(source) : base.VisitMember(node);

        private Expression Replace(Expression source)
        {
            Failed |= !projection.IsPath(source);
            return source;
        }

        private Expression? Source(MemberExpression node) => DeepStack.HasRoom ? SourceHere(node) : SourceElsewhere(node);

        private Expression? SourceElsewhere(MemberExpression node) => DeepStack.Run(() => SourceHere(node));

        private Expression? SourceHere(MemberExpression node)
        {
            var target = node.Expression == projected ? projection.Made.Body : node.Expression is MemberExpression inner ? Source(inner) : null;
            return target switch
            {
                NewExpression { Members: { } members } create => members.IndexOf(node.Member) is >= 0 and var i ? create.Arguments[i] : null,
                MemberInitExpression create => create.Bindings.OfType<MemberAssignment>().LastOrDefault(binding => Keeps(binding, node.Member))?.Expression,
                _ => null,
            };
        }

        // A property that the compiler wrote returns what was assigned; what another returns only it knows.
        private static bool Keeps(MemberAssignment binding, MemberInfo member) =>
            binding.Member == member
            && (member is FieldInfo || (member is PropertyInfo { GetMethod: { } get } && get.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)));
    }
}
