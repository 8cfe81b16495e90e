using System.Reflection;
using System.Runtime.CompilerServices;

namespace GaitSense.Architecture.Tests;

/// <summary>
/// The interpreter of .NET for WebAssembly reads and writes a field at an offset of 64 KiB or more at that offset modulo 64 KiB, without a word. So no type that
/// takes part in a walk has one; large arrays go last.
/// </summary>
public sealed class LayoutTests
{
    private const int Most = 64 * 1024;

    public static TheoryData<string> Rooms => [.. House.OfTheWalk.Select(r => r.Name)];

    [Theory, MemberData(nameof(Rooms))]
    public void Fields_OfAllTypesOfARoom_LieBelow64KiB(string room)
    {
        HashSet<Type> types = [];
        foreach (Type type in Assembly.Load(House.Find(room)!.Assembly).GetTypes()) Gather(type, types);
        types.Count.ShouldBeGreaterThanOrEqualTo(5); // the smallest room is five records
        types.SelectMany(t => TooFar(t)).ShouldBeEmpty();
    }

    [Fact]
    public void Fields_BehindALargeInlineArray_AreFound()
    {
        TooFar(typeof(CountBehind)).ShouldBe(["CountBehind.Count at 72000"]);
        TooFar(typeof(CountInFront)).ShouldBeEmpty();
        TooFar(typeof(Holder)).ShouldBe(["Holder._behind.Count at 72024"]);
        TooFar(typeof(Derived)).ShouldBe(["Derived._own at 72032"]);
        HashSet<Type> types = [];
        Gather(typeof(Uses), types);
        types.SelectMany(t => TooFar(t)).ShouldBe(["Uses._pair.Second at 72016", "Pair`2.Second at 72000"]);
    }

    // The runtime of this machine orders some structs in other ways; those without references it lays out as Mono does.
    [Fact]
    public void Sizes_OfStructsWithoutReferences_AreThoseOfThisMachine()
    {
        Type[] structs = [.. House.OfTheWalk.SelectMany(r => Assembly.Load(r.Assembly).GetTypes()).Where(t => t is { IsValueType: true, IsEnum: false, ContainsGenericParameters: false, IsByRefLike: false } && HasNoReference(t))];
        structs.Length.ShouldBeGreaterThan(50);
        structs.Where(t => FieldLayout.SizeOf(t) != RuntimeSize(t)).Select(t => $"{t}: {FieldLayout.SizeOf(t)}, {RuntimeSize(t)} here").ShouldBeEmpty();
    }

    private static IEnumerable<string> TooFar(Type type) => FieldLayout.Of(type).Where(p => p.Offset >= Most).Select(p => $"{type.Name}.{p.Path} at {p.Offset}");

    // A type and the types of its fields, so that generic types are seen as they are used.
    private static void Gather(Type type, HashSet<Type> types)
    {
        while (type.HasElementType) type = type.GetElementType()!;
        if (type.ContainsGenericParameters || type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsInterface || !types.Add(type)) return;
        if (type.BaseType is { } parent) Gather(parent, types);
        foreach (Type argument in type.GetGenericArguments()) Gather(argument, types);
        if (type.Assembly == typeof(object).Assembly && type is { IsGenericType: false } or { IsValueType: false }) return;
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) Gather(field.FieldType, types);
    }

    private static bool HasNoReference(Type type) => !(bool)typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static int RuntimeSize(Type type) => (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

#pragma warning disable CS0169, CS0649, IDE0044, IDE0051, S1144 // Never used: their layout is what they are for.
    [InlineArray(9000)]
    private struct Slots
    {
        private long _element0;
    }

    private struct CountBehind
    {
        public Slots Slots;
        public int Count;
    }

    private struct CountInFront
    {
        public int Count;
        public Slots Slots;
    }

    private struct Pair<TFirst, TSecond>
    {
        public TFirst First;
        public TSecond Second;
    }

    private class Holder
    {
        private CountBehind _behind;
        private object? _reference;
    }

    private sealed class Derived : Holder
    {
        private byte _own;
    }

    private sealed class Uses
    {
        private Pair<Slots, byte> _pair;
    }
#pragma warning restore
}
