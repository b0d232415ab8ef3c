using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Model;

/// <summary>
/// What grids, designers and data bindings see of an item: of one item the members that it holds; of the type all of them, each of which is empty in an
/// item that does not hold it. They show what is there; only code that names a member asks for it.
/// </summary>
internal sealed class ItemDescriptionProvider() : TypeDescriptionProvider(TypeDescriptor.GetProvider(typeof(object)))
{
    // As the base class says it, which is said otherwise since .NET 10.
    private const DynamicallyAccessedMemberTypes Described =
#if NET10_0_OR_GREATER
        DynamicallyAccessedMemberTypes.Interfaces | DynamicallyAccessedMemberTypes.AllMethods | DynamicallyAccessedMemberTypes.AllFields
        | DynamicallyAccessedMemberTypes.AllProperties | DynamicallyAccessedMemberTypes.AllEvents | DynamicallyAccessedMemberTypes.AllConstructors
        | DynamicallyAccessedMemberTypes.AllNestedTypes;
#else
        DynamicallyAccessedMemberTypes.All;
#endif

    public override ICustomTypeDescriptor? GetTypeDescriptor(
        [DynamicallyAccessedMembers(Described)] Type objectType, object? instance) =>
        new Descriptor(base.GetTypeDescriptor(objectType, instance), instance as OfflineFilesItem);

    private sealed class Descriptor(ICustomTypeDescriptor? parent, OfflineFilesItem? item) : CustomTypeDescriptor(parent)
    {
        private const string Why = "A program that is trimmed may lack properties that nobody names.";

        [RequiresUnreferencedCode(Why)]
        public override PropertyDescriptorCollection GetProperties() => Held(base.GetProperties());

        [RequiresUnreferencedCode(Why)]
        public override PropertyDescriptorCollection GetProperties(Attribute[]? attributes) => Held(base.GetProperties(attributes));

        private PropertyDescriptorCollection Held(PropertyDescriptorCollection all) => new(
        [
            .. from property in all.Cast<PropertyDescriptor>()
               let member = ItemContent.Find(property.Name)
               where item is null || (member is null ? IsShown(item, property.Name) : member.IsIn(item))
               select member is null ? property : new HeldMember(property, member),
        ]);
    }

    private static bool IsShown(OfflineFilesItem item, string property) =>
        item.HasWords(property) && (property != nameof(item.Path) || UncPath.TryParse(item.ItemPath, out _));

    private sealed class HeldMember(PropertyDescriptor all, ItemContentMember member) : PropertyDescriptor(all)
    {
        public override Type ComponentType => all.ComponentType;

        public override bool IsReadOnly => true;

        public override Type PropertyType => all.PropertyType;

        public override bool CanResetValue(object component) => false;

        public override object? GetValue(object? component) => component is OfflineFilesItem item && member.IsIn(item) ? member.Read(item) : null;

        public override void ResetValue(object component) => throw new NotSupportedException("An item is what it was when it was read.");

        public override void SetValue(object? component, object? value) => throw new NotSupportedException("An item is what it was when it was read.");

        public override bool ShouldSerializeValue(object component) => component is OfflineFilesItem item && member.IsIn(item);
    }
}

/// <summary>What a debugger shows of an item that is opened: the members that it holds.</summary>
internal sealed class ItemDebugView(OfflineFilesItem item)
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public IReadOnlyList<ItemDebugMember> Members { get; } =
    [
        new(nameof(item.ItemPath), item.ItemPath),
        new(nameof(item.LoadedMembers), item.LoadedMembers),
        .. ItemContent.Of(item).Select(member => new ItemDebugMember(member.Name, member.Read(item))),
    ];
}

/// <summary>A member that a debugger shows.</summary>
[DebuggerDisplay("{Value}", Name = "{Name,nq}")]
internal sealed record ItemDebugMember([property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string Name, object? Value);
