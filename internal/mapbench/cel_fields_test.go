package mapbench

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
)

var _ cel.Activation = (*celFields)(nil)

// celFields hands the fields of an article to cel.
type celFields struct {
	*article
	adapter types.Adapter
}

func (*celFields) Parent() cel.Activation { return nil }

func (f *celFields) ResolveName(name string) (any, bool) {
	switch name {
	case "name":
		return types.String(f.Name), true
	case "short":
		return types.String(f.Short), true
	case "long":
		return types.String(f.Long), true
	case "number":
		return types.String(f.Number), true
	case "ean":
		return types.String(f.EAN), true
	case "brand":
		return types.String(f.Brand), true
	case "unit":
		return types.String(f.Unit), true
	case "pageTitle":
		return types.String(f.PageTitle), true
	case "metaText":
		return types.String(f.MetaText), true
	case "memo":
		return types.String(f.Memo), true
	case "alias":
		return types.String(f.Alias), true
	case "supplier":
		return types.String(f.Supplier), true
	case "tax":
		return types.String(f.Tax), true
	default:
		return f.resolveOther(name)
	}
}

func (f *celFields) resolveOther(name string) (any, bool) {
	switch name {
	case "price":
		return (*celDecimal)(&f.Price), true
	case "cost":
		return (*celDecimal)(&f.Cost), true
	case "oldPrice":
		if f.OldPrice == nil {
			return types.NullValue, true
		}
		return (*celDecimal)(f.OldPrice), true
	case "weight":
		return (*celDecimal)(&f.Weight), true
	case "stock":
		return (*celDecimal)(&f.Stock), true
	case "least":
		return (*celDecimal)(&f.Least), true
	case "length":
		return (*celDecimal)(&f.Len), true
	case "width":
		return (*celDecimal)(&f.Wide), true
	case "active":
		return types.Bool(f.Active), true
	case "gift":
		return types.Bool(f.Gift), true
	case "groups":
		return types.NewStringList(f.adapter, f.Groups), true
	default:
		return nil, false
	}
}
