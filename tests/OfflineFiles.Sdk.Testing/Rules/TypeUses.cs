using Mono.Cecil;

namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>Which types of its own assembly a type uses: in signatures, in attributes and in method bodies, nested types included.</summary>
internal static class TypeUses
{
    /// <summary>The full names of the top-level types that a top-level type uses.</summary>
    public static IReadOnlySet<string> Of(TypeDefinition type)
    {
        var uses = new HashSet<string>();
        foreach (var part in type.GetAllNested().Prepend(type)) Gather(part, used => Add(used, type.Module, uses));
        uses.Remove(type.FullName);
        return uses;
    }

    private static IEnumerable<TypeDefinition> GetAllNested(this TypeDefinition type) =>
        type.NestedTypes.SelectMany(nested => nested.GetAllNested().Prepend(nested));

    private static void Gather(TypeDefinition type, Action<TypeReference?> add)
    {
        add(type.BaseType);
        foreach (var implemented in type.Interfaces) add(implemented.InterfaceType);
        GatherAttributes(type, add);
        GatherParameters(type, add);
        foreach (var field in type.Fields)
        {
            add(field.FieldType);
            GatherAttributes(field, add);
        }

        foreach (var property in type.Properties)
        {
            add(property.PropertyType);
            GatherAttributes(property, add);
        }

        foreach (var @event in type.Events)
        {
            add(@event.EventType);
            GatherAttributes(@event, add);
        }

        foreach (var method in type.Methods) Gather(method, add);
    }

    private static void Gather(MethodDefinition method, Action<TypeReference?> add)
    {
        add(method.ReturnType);
        GatherAttributes(method, add);
        GatherAttributes(method.MethodReturnType, add);
        GatherParameters(method, add);
        foreach (var parameter in method.Parameters)
        {
            add(parameter.ParameterType);
            GatherAttributes(parameter, add);
        }

        if (!method.HasBody) return;
        foreach (var local in method.Body.Variables) add(local.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers) add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions) Gather(instruction.Operand, add);
    }

    private static void Gather(object? operand, Action<TypeReference?> add)
    {
        switch (operand)
        {
            case TypeReference type:
                add(type);
                break;
            case FieldReference field:
                add(field.DeclaringType);
                add(field.FieldType);
                break;
            case MethodReference method:
                add(method.DeclaringType);
                add(method.ReturnType);
                foreach (var parameter in method.Parameters) add(parameter.ParameterType);
                if (method is GenericInstanceMethod generic)
                    foreach (var argument in generic.GenericArguments) add(argument);
                break;
        }
    }

    private static void GatherParameters(IGenericParameterProvider provider, Action<TypeReference?> add)
    {
        foreach (var constraint in provider.GenericParameters.SelectMany(parameter => parameter.Constraints)) add(constraint.ConstraintType);
    }

    private static void GatherAttributes(ICustomAttributeProvider provider, Action<TypeReference?> add)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument)))
            {
                add(argument.Type);
                add(argument.Value as TypeReference);
            }
        }
    }

    // A generic type, an array and the like are taken apart; what is left is named by the type that it is nested in.
    private static void Add(TypeReference? type, ModuleDefinition module, HashSet<string> uses)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments) Add(argument, module, uses);
                Add(generic.ElementType, module, uses);
                return;
            case IModifierType modified:
                Add(modified.ModifierType, module, uses);
                Add(modified.ElementType, module, uses);
                return;
            case TypeSpecification specification:
                Add(specification.ElementType, module, uses);
                return;
        }

        while (type.DeclaringType is not null) type = type.DeclaringType;
        if (type.Scope == module) uses.Add(type.FullName);
    }
}
