using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GaitSense.Architecture.Tests;

/// <summary>
/// Where the WebAssembly runtime (Mono) puts fields: structs in the order of declaration; objects behind a header, base class first, references before
/// the rest. A reference counts eight bytes where WebAssembly has four, so nothing there lies farther behind than said here.
/// </summary>
internal static class FieldLayout
{
    private const int Word = 8;
    private const int Header = 2 * Word;

    /// <summary>A field and how many bytes lie before it, the fields of its structs included; of an inline array its first element.</summary>
    public readonly record struct Place(string Path, int Offset);

    /// <summary>All fields of a type.</summary>
    public static IEnumerable<Place> Of(Type type)
    {
        foreach ((FieldInfo field, int offset) in Own(type).Fields)
        {
            yield return new(field.Name, offset);
            if (!IsStruct(field.FieldType)) continue;
            foreach (Place inner in Of(field.FieldType)) yield return new(field.Name + "." + inner.Path, offset + inner.Offset);
        }
    }

    /// <summary>Bytes of a value of a type.</summary>
    public static int SizeOf(Type type)
    {
        if (type.IsEnum) return SizeOf(Enum.GetUnderlyingType(type));
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
            TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
            TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
            _ => IsStruct(type) ? Own(type).Size : Word,
        };
    }

    private static bool IsStruct(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false };

    private static (List<(FieldInfo Field, int Offset)> Fields, int Size) Own(Type type)
    {
        bool isClass = !type.IsValueType;
        List<(FieldInfo, int)> fields = [];
        int end = 0;
        if (isClass) end = type.BaseType is { } parent && parent != typeof(object) ? Own(parent).Size : Header;
        FieldInfo[] declared = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        // The order of reflection is that of the metadata tokens only where nobody asked for a field before.
        IEnumerable<FieldInfo> ordered = declared.OrderBy(f => isClass && f.FieldType.IsValueType).ThenBy(f => f.MetadataToken);
        int pack = type.StructLayoutAttribute is { Pack: > 0 and var p } ? p : Word;
        foreach (FieldInfo field in ordered)
        {
            int at = type.IsExplicitLayout ? field.GetCustomAttribute<FieldOffsetAttribute>()!.Value : Up(end, Math.Min(pack, Alignment(field.FieldType)));
            fields.Add((field, at));
            end = Math.Max(end, at + SizeOf(field.FieldType));
        }

        int length = type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1;
        int size = length * Up(end, isClass ? Word : Alignment(type));
        return (fields, Math.Max(size, type.StructLayoutAttribute?.Size ?? 0));
    }

    private static int Alignment(Type type) => IsStruct(type)
        ? type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(f => Alignment(f.FieldType)).DefaultIfEmpty(1).Max()
        : SizeOf(type);

    private static int Up(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
